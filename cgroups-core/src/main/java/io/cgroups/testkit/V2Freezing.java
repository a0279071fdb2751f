package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.Set;
import java.util.TreeSet;

/** Stopping and killing all members of a group of the unified hierarchy and of those below. */
final class V2Freezing {

    /** What one group wants; it is frozen too when one above wants it. */
    private static final class State {
        private boolean freeze;
    }

    private V2Freezing() {}

    static void populate(MemGroup group) {
        State state = group.keep(new State());
        if (group.isRoot()) {
            return;
        }
        group.file(
                "cgroup.events",
                MemFile.readOnly(
                        () -> "populated " + digit(group.isPopulated()) + "\nfrozen " + digit(standsStill(group))));
        group.file(
                "cgroup.freeze",
                MemFile.of(
                        () -> digit(state.freeze),
                        text -> state.freeze = KernelText.inRange(KernelText.number(text), 0, 1, Errno.ERANGE) == 1));
        group.file("cgroup.kill", MemFile.writeOnly(text -> {
            KernelText.inRange(KernelText.number(text), 1, 1, Errno.ERANGE);
            kill(group);
        }));
    }

    private static String digit(boolean yes) {
        return yes ? "1" : "0";
    }

    /** Whether freezing has come about: a member in an uninterruptible system call holds it up. */
    private static boolean standsStill(MemGroup group) {
        MemProcesses processes = group.hierarchy().kernel().processes();
        return isFrozen(group)
                && group.subtree().stream()
                        .flatMap(below -> below.pids().stream())
                        .allMatch(processes::canBeFrozen);
    }

    static boolean isFrozen(MemGroup group) {
        return group.state(State.class).freeze
                || group.parent().map(V2Freezing::isFrozen).orElse(false);
    }

    private static void kill(MemGroup group) {
        // Killing is for processes, and a threaded group may have only some of the threads of one.
        if (V2Domains.isThreaded(group)) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        Set<Long> pids = new TreeSet<>();
        group.subtree().forEach(below -> pids.addAll(below.pids()));
        pids.forEach(group.hierarchy().kernel().processes()::kill);
    }
}
