package io.cgroups.cpu;

import io.cgroups.internal.unit.Growth;
import io.cgroups.internal.unit.Ratio;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What happened to the CPU time of a group between two snapshots; see {@link CpuStats#since}. Immutable.
 *
 * <p>No number is negative. Counters that went back, because the group was made anew under the same name, its cpu controller
 * was disabled and enabled again, or its usage was reset, count from zero: what they show happened since the earlier
 * snapshot, and what happened before that moment is unknown. A counter of a new group that is already beyond the old one looks like one
 * that went on.
 *
 * @param elapsed the time between both snapshots
 * @param periods periods that passed while members wanted to run
 * @param throttledPeriods periods in which the quota ran out
 * @param throttledTime time that members were kept from running, summed over all CPUs
 * @param bursts periods in which saved quota was used; empty when one of the snapshots does not have it
 * @param burstTime CPU time above the quota that was used in them; empty when one of the snapshots does not have it
 * @param usage CPU time used, summed over all CPUs; empty when one of the snapshots does not have it
 * @param user the part of the usage in user mode; empty when one of the snapshots does not have it
 * @param system the part of the usage in kernel mode; empty when one of the snapshots does not have it
 * @param restarted whether a counter went back
 */
public record CpuRates(
        Duration elapsed,
        long periods,
        long throttledPeriods,
        Duration throttledTime,
        OptionalLong bursts,
        Optional<Duration> burstTime,
        Optional<Duration> usage,
        Optional<Duration> user,
        Optional<Duration> system,
        boolean restarted) {

    static CpuRates between(CpuStats before, CpuStats now) {
        // The kernel begins with each of these groups of counters at a moment of its own.
        Growth bandwidth = new Growth(now.periods() < before.periods()
                || now.throttledPeriods() < before.throttledPeriods()
                || now.throttledTime().compareTo(before.throttledTime()) < 0
                || Growth.wentBack(before.bursts(), now.bursts())
                || Growth.wentBack(before.burstTime(), now.burstTime()));
        Growth usage = new Growth(Growth.wentBack(before.reportedUsage(), now.reportedUsage()));
        Growth parts = new Growth(
                Growth.wentBack(before.user(), now.user()) || Growth.wentBack(before.system(), now.system()));
        return new CpuRates(
                now.takenAt().minus(before.takenAt()),
                bandwidth.of(before.periods(), now.periods()),
                bandwidth.of(before.throttledPeriods(), now.throttledPeriods()),
                bandwidth.of(before.throttledTime(), now.throttledTime()),
                bandwidth.of(before.bursts(), now.bursts()),
                bandwidth.of(before.burstTime(), now.burstTime()),
                usage.of(before.reportedUsage(), now.reportedUsage()),
                parts.of(before.user(), now.user()),
                parts.of(before.system(), now.system()),
                bandwidth.restarted() || usage.restarted() || parts.restarted());
    }

    /**
     * The part of the periods in which the quota ran out: the usual number to alert on.
     *
     * @return 0 to 1; 0 when no period passed, as in a group without a quota or one that slept
     */
    public double throttledRatio() {
        return Math.min(1, Ratio.of(throttledPeriods, periods));
    }

    /**
     * How many CPUs were used on average.
     *
     * @return 0 or more, 1.5 for one and a half CPUs; 0 when no time elapsed; empty when the usage is not reported
     */
    public OptionalDouble cpuShare() {
        return usage.map(time -> OptionalDouble.of(Ratio.of(time, elapsed))).orElseGet(OptionalDouble::empty);
    }

    /**
     * How many CPUs were kept from running members on average.
     *
     * @return 0 or more, over 1 when members waited on several CPUs at once; 0 when no time elapsed
     */
    public double throttledShare() {
        return Ratio.of(throttledTime, elapsed);
    }
}
