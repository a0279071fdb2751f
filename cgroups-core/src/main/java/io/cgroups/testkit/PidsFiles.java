package io.cgroups.testkit;

import io.cgroups.Errno;

/** The pids controller, which is the same on both versions; the root of a hierarchy has no files of it. */
final class PidsFiles implements MemController {
    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final long LARGEST = 4_194_304;

    /** What one group has. */
    static final class State {
        private long max = UNLIMITED;
        private long peak;
        private long refusals;
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        if (group.isRoot()) {
            return;
        }
        state.peak = current(group);
        group.file(
                "pids.max",
                MemFile.of(
                        () -> state.max == UNLIMITED ? "max" : Long.toString(state.max),
                        text -> state.max = text.equals("max") ? UNLIMITED : KernelText.number(text, 0, LARGEST)));
        group.file("pids.current", MemFile.readOnly(() -> Long.toString(current(group))));
        group.file("pids.peak", MemFile.readOnly(() -> Long.toString(state.peak)));
        group.file("pids.events", MemFile.readOnly(() -> "max " + state.refusals));
    }

    private static long current(MemGroup group) {
        return group.subtree().stream().mapToLong(each -> each.threads().size()).sum();
    }

    @Override
    public void grown(MemGroup group) {
        State state = group.state(State.class);
        state.peak = Math.max(state.peak, current(group));
    }

    /** Refuses one more thread in a group when its limit or one above is reached, and counts that in the group. */
    static void checkStart(MemGroup group) {
        MemGroup counting = group;
        while (counting.find(State.class).isEmpty()) {
            // On v2 the members of a group without the controller count as those of the group above.
            counting = counting.parent().orElseThrow();
        }
        for (MemGroup at = counting; !at.isRoot(); at = at.parent().orElseThrow()) {
            if (current(at) >= at.state(State.class).max) {
                counting.state(State.class).refusals++;
                throw new KernelRefusal(Errno.EAGAIN);
            }
        }
    }
}
