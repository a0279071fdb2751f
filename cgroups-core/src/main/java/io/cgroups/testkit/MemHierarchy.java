package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Errno;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One hierarchy of the in-memory kernel: its mount point, its controllers and the tree of groups. */
final class MemHierarchy {
    private final InMemoryKernel kernel;
    private final MemCore core;
    private final Path mountPoint;
    private final Map<Controller, MemController> controllers;
    private final MemGroup root;

    MemHierarchy(InMemoryKernel kernel, MemCore core, Path mountPoint, Map<Controller, MemController> controllers) {
        this.kernel = kernel;
        this.core = core;
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

    MemCore core() {
        return core;
    }

    private void populate(MemGroup group) {
        core.populate(group);
        refresh(group);
    }

    /** Gives a group the files of the controllers that it has now, and takes those of the others. */
    void refresh(MemGroup group) {
        group.control(core.active(group).values());
    }

    void advance(Duration time) {
        for (MemGroup group : root.subtree()) {
            core.advance(group, time);
            core.active(group).values().forEach(controller -> controller.advance(group, time));
        }
    }

    /** Moves a process, or one thread of it, into a group, or refuses by throwing. */
    void attach(MemGroup group, String id, boolean wholeProcess) {
        long number = KernelText.id(id);
        List<MemThread> moved = wholeProcess
                ? kernel.processes().process(number)
                : List.of(kernel.processes().thread(number));
        core.checkAttach(group, moved, wholeProcess);
        core.active(group).values().forEach(controller -> controller.checkAttach(group));
        moved.forEach(thread -> thread.move(this, group));
        group.grown();
    }

    MemGroup create(MemGroup parent, String name) {
        if (parent.children().containsKey(name) || parent.files().containsKey(name)) {
            throw new KernelRefusal(Errno.EEXIST);
        }
        core.checkCreate(parent);
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
        group.control(List.of());
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

    /** The group of a directory below the mount point. */
    Optional<MemGroup> find(Path directory) {
        Optional<MemGroup> group = Optional.of(root);
        for (int i = mountPoint.getNameCount(); i < directory.getNameCount(); i++) {
            String name = directory.getName(i).toString();
            group = group.map(above -> above.children().get(name));
        }
        return group;
    }
}
