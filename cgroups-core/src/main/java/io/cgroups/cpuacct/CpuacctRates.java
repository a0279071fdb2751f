package io.cgroups.cpuacct;

import io.cgroups.internal.unit.Growth;
import io.cgroups.internal.unit.Ratio;
import java.time.Duration;

/**
 * The CPU time that a group used between two snapshots; see {@link CpuacctStats#since}. Immutable.
 *
 * <p>No number is negative. Counters that went back, because the group was made anew under the same name or its usage was
 * reset, count from zero: what they show happened since the earlier snapshot, and what happened before that moment is unknown.
 *
 * @param elapsed the time between both snapshots
 * @param usage CPU time used, summed over all CPUs
 * @param user the part of it in user mode
 * @param system the part of it in kernel mode
 * @param restarted whether a counter went back
 */
public record CpuacctRates(Duration elapsed, Duration usage, Duration user, Duration system, boolean restarted) {

    static CpuacctRates between(CpuacctStats before, CpuacctStats now) {
        // A reset of the usage leaves cpuacct.stat as it is.
        Growth usage = new Growth(now.usage().compareTo(before.usage()) < 0);
        Growth parts = new Growth(
                now.user().compareTo(before.user()) < 0 || now.system().compareTo(before.system()) < 0);
        return new CpuacctRates(
                now.takenAt().minus(before.takenAt()),
                usage.of(before.usage(), now.usage()),
                parts.of(before.user(), now.user()),
                parts.of(before.system(), now.system()),
                usage.restarted() || parts.restarted());
    }

    /**
     * How many CPUs were used on average.
     *
     * @return 0 or more, 1.5 for one and a half CPUs; 0 when no time elapsed
     */
    public double cpuShare() {
        return Ratio.of(usage, elapsed);
    }
}
