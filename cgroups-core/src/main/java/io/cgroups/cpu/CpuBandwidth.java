package io.cgroups.cpu;

import io.cgroups.InvalidValueException;

/**
 * A quota together with its period: how many CPUs' worth of time a group may use.
 *
 * <p>v1 {@code cpu.cfs_quota_us} and {@code cpu.cfs_period_us}, v2 {@code cpu.max}. Immutable.
 *
 * @param quota CPU time per period, or unlimited
 * @param period the period
 */
public record CpuBandwidth(CpuQuota quota, CpuPeriod period) {

    /**
     * A number of CPUs, counted over the default period.
     *
     * @param cpus for example 0.2 for a fifth of one CPU or 1.5 for one and a half; at least 0.01
     * @return the bandwidth; the quota is rounded to whole microseconds, half up
     * @throws InvalidValueException if it is under 0.01 or not a finite number
     */
    public static CpuBandwidth ofCpus(double cpus) {
        if (!(cpus >= 0.01) || Double.isInfinite(cpus)) {
            throw new InvalidValueException("cpu bandwidth in CPUs", cpus, "the range is 0.01 or more");
        }
        return new CpuBandwidth(CpuQuota.ofMicros(Math.round(cpus * CpuPeriod.DEFAULT.micros())), CpuPeriod.DEFAULT);
    }

    /**
     * No bound on CPU time, over the default period.
     *
     * @return unlimited
     */
    public static CpuBandwidth unlimited() {
        return new CpuBandwidth(CpuQuota.unlimited(), CpuPeriod.DEFAULT);
    }

    /**
     * How many CPUs this is.
     *
     * @return quota divided by period; {@link Double#POSITIVE_INFINITY} when unlimited
     */
    public double cpus() {
        return quota.micros()
                .value()
                .map(micros -> (double) micros / period.micros())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * The tighter one of two, whatever their periods.
     *
     * @param other the other bandwidth
     * @return the one of fewer CPUs; this when both are the same
     */
    public CpuBandwidth smaller(CpuBandwidth other) {
        return cpus() <= other.cpus() ? this : other;
    }

    /** Returns for example {@code 20000/100000 us}. */
    @Override
    public String toString() {
        return quota.micros().text(String::valueOf, "unlimited") + "/" + period.micros() + " us";
    }
}
