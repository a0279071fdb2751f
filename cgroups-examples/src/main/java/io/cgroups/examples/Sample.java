package io.cgroups.examples;

import io.cgroups.Cgroup;
import io.cgroups.cpu.CpuStats;
import java.util.function.LongSupplier;

/**
 * The counters of a group at one moment, to be compared with those of a later one.
 *
 * @param stats the counters
 * @param nanos the moment
 */
record Sample(CpuStats stats, long nanos) {
    private static final int BAR = 50;

    static Sample of(Cgroup group, LongSupplier nanoTime) {
        CpuStats stats = group.cpu().stats();
        return new Sample(stats, nanoTime.getAsLong());
    }

    /** The CPU time used until a later moment, as a share of one CPU. */
    double share(Sample later) {
        return (double) later.stats.usage().minus(stats.usage()).toNanos() / (later.nanos - nanos);
    }

    /** In how many periods until a later moment the quota ran out. */
    long throttled(Sample later) {
        return later.stats.throttledPeriods() - stats.throttledPeriods();
    }

    /** How many periods there were until a later moment. */
    long periods(Sample later) {
        return later.stats.periods() - stats.periods();
    }

    /** A share as a bar, which one whole CPU fills. */
    static String bar(double share) {
        int filled = (int) Math.round(Math.min(1, Math.max(0, share)) * BAR);
        return "#".repeat(filled) + " ".repeat(BAR - filled);
    }
}
