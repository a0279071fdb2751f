package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The core of a v1 hierarchy: every group has every controller, and takes members and children at once. */
final class V1Core implements MemCore {
    private final Optional<String> name;
    private final boolean noPrefix;

    private V1Core(Optional<String> name, boolean noPrefix) {
        this.name = name;
        this.noPrefix = noPrefix;
    }

    static V1Core ofControllers() {
        return new V1Core(Optional.empty(), false);
    }

    /** The same with control files that lack the name of the controller. */
    V1Core withoutPrefix() {
        return new V1Core(name, true);
    }

    /** A hierarchy without controllers, in which processes are only grouped. */
    static V1Core named(String name) {
        return new V1Core(Optional.of(name), false);
    }

    /** The switches of a group, which a new group takes over from the one above. */
    static final class State {
        private final MemFile.Cell<Boolean> cloneChildren;
        private final MemFile.Cell<Boolean> notifyOnRelease;

        private State(boolean cloneChildren, boolean notifyOnRelease) {
            this.cloneChildren = new MemFile.Cell<>(cloneChildren);
            this.notifyOnRelease = new MemFile.Cell<>(notifyOnRelease);
        }

        private State child() {
            return new State(cloneChildren.get(), notifyOnRelease.get());
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(group.parent()
                .map(parent -> parent.state(State.class).child())
                .orElseGet(() -> new State(false, false)));
        MemHierarchy hierarchy = group.hierarchy();
        group.file(
                "cgroup.procs",
                MemFile.of(() -> ids(group, MemThread::pid), pid -> hierarchy.attach(group, pid, true)));
        group.file("tasks", MemFile.of(() -> ids(group, MemThread::tid), tid -> hierarchy.attach(group, tid, false)));
        group.file("cgroup.clone_children", MemFile.lenientFlag(state.cloneChildren));
        group.file("notify_on_release", MemFile.lenientFlag(state.notifyOnRelease));
        if (group.isRoot()) {
            MemFile.Cell<String> agent = new MemFile.Cell<>("");
            group.file("release_agent", MemFile.of(() -> agent.get() + "\n", agent::set));
            group.file("cgroup.sane_behavior", MemFile.readOnly(() -> "0"));
        }
    }

    /** A v1 kernel leaves those out that the reader's pid namespace has no id for. */
    private static String ids(MemGroup group, Function<MemThread, Long> id) {
        MemProcesses processes = group.hierarchy().kernel().processes();
        return MemFile.lines(group.threads().stream()
                .filter(thread -> !processes.isForeign(thread.pid()))
                .map(id)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public Map<Controller, MemController> active(MemGroup group) {
        return group.hierarchy().controllers();
    }

    /** Whether a new group below gets a copy of the cpuset of this one. */
    static boolean clonesChildren(MemGroup group) {
        return group.state(State.class).cloneChildren.get();
    }

    @Override
    public String fileName(String name) {
        return noPrefix && !name.startsWith("cgroup.") ? name.substring(name.indexOf('.') + 1) : name;
    }

    @Override
    public String mountTail(MemHierarchy hierarchy) {
        return "cgroup cgroup rw," + names(hierarchy) + (noPrefix ? ",noprefix" : "");
    }

    @Override
    public String membershipHead(MemHierarchy hierarchy, int number) {
        return number + ":" + names(hierarchy);
    }

    private String names(MemHierarchy hierarchy) {
        Stream<String> controllers = hierarchy.controllers().keySet().stream()
                .map(controller -> controller.kernelName(Hierarchy.Version.V1))
                .sorted();
        return Stream.concat(controllers, name.stream().map("name="::concat)).collect(Collectors.joining(","));
    }
}
