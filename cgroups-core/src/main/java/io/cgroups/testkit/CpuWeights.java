package io.cgroups.testkit;

import io.cgroups.Errno;

/** The share of one group in CPU time, as the scheduler keeps it for v1's shares and for v2's weight alike. */
final class CpuWeights {
    private static final long MIN_SHARES = 2;
    private static final long MAX_SHARES = 262_144;
    private static final long DEFAULT_SHARES = 1024;
    private static final long IDLE_SHARES = 3;

    private final MemGroup group;
    private long shares = DEFAULT_SHARES;
    private boolean idle;

    CpuWeights(MemGroup group) {
        this.group = group;
    }

    long shares() {
        return shares;
    }

    /** Sets the shares, silently within the limits of the scheduler. */
    void setShares(long wanted) {
        if (group.isRoot() || idle) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        shares = Math.min(MAX_SHARES, Math.max(MIN_SHARES, wanted));
    }

    /** The file that makes a group get only the time that nobody else wants; what was set before is forgotten. */
    MemFile idleFile() {
        return MemFile.of(() -> idle ? "1" : "0", text -> {
            boolean wanted = KernelText.number(text, 0, 1) == 1;
            if (group.isRoot()) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            if (wanted != idle) {
                idle = wanted;
                shares = wanted ? IDLE_SHARES : DEFAULT_SHARES;
            }
        });
    }
}
