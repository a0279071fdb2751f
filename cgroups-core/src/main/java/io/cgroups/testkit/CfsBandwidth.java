package io.cgroups.testkit;

import io.cgroups.Errno;
import java.time.Duration;

/** The CPU bandwidth of one group, in microseconds: its checks and its throttling, which both versions share. */
final class CfsBandwidth {
    static final long UNLIMITED = -1;

    private static final long MIN_US = 1000;
    private static final long MAX_PERIOD_US = 1_000_000;
    private static final long MAX_QUOTA_US = (1L << 44) - 1;

    private long quota = UNLIMITED;
    private long period = 100_000;
    private long burst;
    private double periods;
    private double throttled;
    private double throttledNanos;

    long quota() {
        return quota;
    }

    long period() {
        return period;
    }

    long burst() {
        return burst;
    }

    boolean isLimited() {
        return quota != UNLIMITED;
    }

    /** Sets all three, or refuses with EINVAL when one alone or all together make no sense. */
    void set(long newQuota, long newPeriod, long newBurst) {
        boolean limited = newQuota != UNLIMITED;
        KernelText.inRange(newPeriod, MIN_US, MAX_PERIOD_US, Errno.EINVAL);
        if (limited) {
            KernelText.inRange(newQuota, MIN_US, MAX_QUOTA_US, Errno.EINVAL);
        }
        KernelText.inRange(
                newBurst, 0, limited ? Math.min(newQuota, MAX_QUOTA_US - newQuota) : Long.MAX_VALUE, Errno.EINVAL);
        quota = newQuota;
        period = newPeriod;
        burst = newBurst;
    }

    /** How many CPUs the quota is. */
    static double cpus(long quota, long period) {
        return quota == UNLIMITED ? Double.POSITIVE_INFINITY : (double) quota / period;
    }

    /** The part of the wanted CPUs that the quota lets through. */
    double granted(double wanted) {
        return Math.min(wanted, cpus(quota, period));
    }

    /** Lets time pass for members that want so many CPUs. */
    void advance(double wanted, Duration time) {
        if (!isLimited() || wanted == 0) {
            return;
        }
        double passed = time.toNanos() / 1000.0 / period;
        periods += passed;
        if (wanted > granted(wanted)) {
            throttled += passed;
            throttledNanos += (wanted - granted(wanted)) * time.toNanos();
        }
    }

    /** The lines of cpu.stat; the unit ends two of the keys and is so many nanoseconds. */
    String stat(String unit, long nanos) {
        return "nr_periods " + (long) periods + "\nnr_throttled " + (long) throttled + "\nthrottled_" + unit + " "
                + (long) (throttledNanos / nanos) + "\nnr_bursts 0\nburst_" + unit + " 0";
    }
}
