package io.cgroups.testkit;

import io.cgroups.Controller;
import java.nio.file.Path;
import java.util.Objects;

/** Groups on the unified hierarchy of an in-memory kernel, with every controller down to {@code box/inner}. */
final class V2Box {
    static final Path ROOT = Path.of("/sys/fs/cgroup");

    private final InMemoryKernel kernel = InMemoryKernel.v2();

    V2Box() {
        String all = "+" + kernel.read(ROOT.resolve("cgroup.controllers")).replace(" ", " +");
        write("cgroup.subtree_control", all);
        kernel.createDirectory(ROOT.resolve("box"));
        write("box/cgroup.subtree_control", all);
        kernel.createDirectory(ROOT.resolve("box/inner"));
    }

    InMemoryKernel kernel() {
        return kernel;
    }

    String read(String file) {
        return kernel.read(ROOT.resolve(file)).strip();
    }

    void write(String file, String text) {
        kernel.write(ROOT.resolve(file), text);
    }

    /** A group, for what only a simulation can do with it. */
    MemGroup group(String path) {
        MemGroup group = kernel.hierarchy(Controller.MEMORY).orElseThrow().root();
        for (Path name : Path.of(path)) {
            group = Objects.requireNonNull(group.children().get(name.toString()));
        }
        return group;
    }

    /** A new process in a group. */
    long member(String path) {
        long pid = kernel.startProcess();
        write(path + "/cgroup.procs", Long.toString(pid));
        return pid;
    }
}
