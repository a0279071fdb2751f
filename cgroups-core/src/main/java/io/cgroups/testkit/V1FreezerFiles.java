package io.cgroups.testkit;

import io.cgroups.Errno;

/** The freezer of v1: a group is frozen by itself or with those above; the root has no files of it. */
final class V1FreezerFiles implements MemController {

    /** What one group has. */
    static final class State {
        private boolean selfFreezing;
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        if (group.isRoot()) {
            return;
        }
        group.file("freezer.state", MemFile.of(() -> state(group), text -> {
            if (!text.equals("FROZEN") && !text.equals("THAWED")) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            state.selfFreezing = text.equals("FROZEN");
        }));
        group.file("freezer.self_freezing", MemFile.readOnly(() -> state.selfFreezing ? "1" : "0"));
        group.file("freezer.parent_freezing", MemFile.readOnly(() -> parentFreezing(group) ? "1" : "0"));
    }

    private static boolean parentFreezing(MemGroup group) {
        return group.parent().map(V1FreezerFiles::isFreezing).orElse(false);
    }

    private static boolean isFreezing(MemGroup group) {
        return group.state(State.class).selfFreezing || parentFreezing(group);
    }

    private static String state(MemGroup group) {
        if (!isFreezing(group)) {
            return "THAWED";
        }
        MemProcesses processes = group.hierarchy().kernel().processes();
        boolean allStopped =
                group.subtree().stream().flatMap(below -> below.pids().stream()).allMatch(processes::canBeFrozen);
        return allStopped ? "FROZEN" : "FREEZING";
    }

    /** Whether the group of a thread is frozen, given the hierarchy of the freezer. */
    static boolean isFreezing(MemHierarchy freezer, MemThread thread) {
        return isFreezing(thread.groupIn(freezer));
    }
}
