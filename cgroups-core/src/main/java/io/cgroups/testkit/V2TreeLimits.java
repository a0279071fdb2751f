package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.testkit.MemFile.Cell;

/** How many groups there are, and may be, below a group of the unified hierarchy. */
final class V2TreeLimits {
    private static final long UNLIMITED = Integer.MAX_VALUE;

    /** The two limits of one group. */
    private static final class State {
        private final Cell<Long> depth = new Cell<>(UNLIMITED);
        private final Cell<Long> descendants = new Cell<>(UNLIMITED);
    }

    private V2TreeLimits() {}

    static void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("cgroup.max.depth", limit(state.depth));
        group.file("cgroup.max.descendants", limit(state.descendants));
        group.file(
                "cgroup.stat",
                MemFile.readOnly(() -> "nr_descendants " + descendants(group) + "\nnr_dying_descendants 0"));
    }

    private static MemFile limit(Cell<Long> cell) {
        return MemFile.of(
                () -> cell.get() == UNLIMITED ? "max" : Long.toString(cell.get()),
                text -> cell.set(
                        text.equals("max")
                                ? UNLIMITED
                                : KernelText.inRange(KernelText.number(text), 0, UNLIMITED, Errno.ERANGE)));
    }

    private static int descendants(MemGroup group) {
        return group.subtree().size() - 1;
    }

    /** Refuses one more group below a parent when its limits, or those of a group above, are reached. */
    static void checkCreate(MemGroup parent) {
        int level = 1;
        for (MemGroup at = parent; ; at = at.parent().orElseThrow(), level++) {
            State state = at.state(State.class);
            if (descendants(at) >= state.descendants.get() || level > state.depth.get()) {
                throw new KernelRefusal(Errno.EAGAIN);
            }
            if (at.isRoot()) {
                return;
            }
        }
    }
}
