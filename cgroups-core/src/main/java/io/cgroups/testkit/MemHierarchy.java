package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Hierarchy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** One v1 hierarchy of the in-memory kernel: its mount point, its controllers and the tree of groups. */
final class MemHierarchy {
    private final InMemoryKernel kernel;
    private final Path mountPoint;
    private final Map<Controller, MemController> controllers;
    private final MemGroup root;

    MemHierarchy(InMemoryKernel kernel, Path mountPoint, Map<Controller, MemController> controllers) {
        this.kernel = kernel;
        this.mountPoint = mountPoint;
        this.controllers = controllers;
        this.root = new MemGroup(this, null);
        populate(root);
    }

    InMemoryKernel kernel() {
        return kernel;
    }

    Path mountPoint() {
        return mountPoint;
    }

    MemGroup root() {
        return root;
    }

    Map<Controller, MemController> controllers() {
        return controllers;
    }

    String controllerNames() {
        return controllers.keySet().stream()
                .map(controller -> controller.kernelName(Hierarchy.Version.V1))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private void populate(MemGroup group) {
        group.file("cgroup.procs", MemFile.of(() -> ids(group, MemThread::pid), pid -> attach(group, pid, true)));
        group.file("tasks", MemFile.of(() -> ids(group, MemThread::tid), tid -> attach(group, tid, false)));
        controllers.values().forEach(controller -> controller.populate(group));
    }

    /** A v1 kernel leaves those out that the reader's pid namespace has no id for. */
    private String ids(MemGroup group, ToLongFunction<MemThread> id) {
        StringBuilder text = new StringBuilder();
        group.threads().stream()
                .filter(thread -> !kernel.processes().isForeign(thread.pid()))
                .mapToLong(id)
                .sorted()
                .distinct()
                .forEach(each -> text.append(each).append('\n'));
        return text.toString();
    }

    private void attach(MemGroup group, String id, boolean wholeProcess) {
        long number = KernelText.number(id, 0, Integer.MAX_VALUE);
        List<MemThread> moved = wholeProcess
                ? kernel.processes().process(number)
                : List.of(kernel.processes().thread(number));
        controllers.values().forEach(controller -> controller.checkAttach(group));
        moved.forEach(thread -> thread.move(this, group));
    }

    MemGroup create(MemGroup parent, String name) {
        if (parent.children().containsKey(name) || parent.files().containsKey(name)) {
            throw new KernelRefusal(Errno.EEXIST);
        }
        MemGroup group = new MemGroup(this, parent);
        populate(group);
        parent.children().put(name, group);
        return group;
    }

    void remove(MemGroup group) {
        if (!group.children().isEmpty() || !group.threads().isEmpty()) {
            throw new KernelRefusal(Errno.EBUSY);
        }
        MemGroup parent = group.parent().orElseThrow(() -> new KernelRefusal(Errno.EBUSY));
        parent.children().values().remove(group);
    }

    /** The path of a group within this hierarchy, as /proc/PID/cgroup shows it. */
    String pathOf(MemGroup group) {
        return group.parent()
                .map(parent -> {
                    String above = pathOf(parent);
                    String name = parent.children().entrySet().stream()
                            .filter(entry -> entry.getValue() == group)
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("?");
                    return (above.equals("/") ? "" : above) + "/" + name;
                })
                .orElse("/");
    }
}
