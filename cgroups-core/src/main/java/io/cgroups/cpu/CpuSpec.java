package io.cgroups.cpu;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be set of the cpu controller; a setting that is absent stays as it is. Immutable.
 *
 * @param quota CPU time per period
 * @param period the period of the quota
 * @param burst unused quota that may be saved up for later periods; see {@link Builder#burst}
 * @param shares the portion against siblings, on the scale of v1
 * @param weight the portion against siblings, on the scale of v2
 * @param weightNice the portion against siblings, as a nice value; see {@link Builder#weightNice}
 * @param idle whether the group only runs when no other wants to; see {@link Builder#idle}
 * @param rtRuntime real-time budget per real-time period; see {@link Builder#rtRuntime}
 * @param rtPeriod the period of the real-time budget
 * @param uclampMin the least utilisation the scheduler assumes; see {@link Builder#uclampMin}
 * @param uclampMax the largest utilisation the scheduler assumes; see {@link Builder#uclampMax}
 */
public record CpuSpec(
        Optional<CpuQuota> quota,
        Optional<CpuPeriod> period,
        Optional<Duration> burst,
        Optional<CpuShares> shares,
        Optional<CpuWeight> weight,
        Optional<Integer> weightNice,
        Optional<Boolean> idle,
        Optional<Limit<Duration>> rtRuntime,
        Optional<Duration> rtPeriod,
        Optional<CpuClamp> uclampMin,
        Optional<CpuClamp> uclampMax)
        implements ControllerSpec {
    private static final int MIN_NICE = -20;
    private static final int MAX_NICE = 19;

    /**
     * Checks what is only wrong together.
     *
     * @param quota see the record
     * @param period see the record
     * @param burst see the record
     * @param shares see the record
     * @param weight see the record
     * @param weightNice see the record
     * @param idle see the record
     * @param rtRuntime see the record
     * @param rtPeriod see the record
     * @param uclampMin see the record
     * @param uclampMax see the record
     * @throws InvalidValueException if the nice value is out of range, or more than one of shares, weight and nice value is
     *     there: they mean the same setting
     */
    public CpuSpec {
        weightNice.ifPresent(nice -> InvalidValueException.inRange(
                "cpu.weight.nice", nice, MIN_NICE, MAX_NICE, "-20 is the largest portion"));
        if (Stream.of(shares, weight, weightNice).filter(Optional::isPresent).count() > 1) {
            throw new InvalidValueException(
                    "cpu portion", "several", "shares, weight and weightNice mean the same setting; give one");
        }
    }

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Controller controller() {
        return Controller.CPU;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.cpu().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<CpuQuota> quota = Optional.empty();
        private Optional<CpuPeriod> period = Optional.empty();
        private Optional<Duration> burst = Optional.empty();
        private Optional<CpuShares> shares = Optional.empty();
        private Optional<CpuWeight> weight = Optional.empty();
        private Optional<Integer> weightNice = Optional.empty();
        private Optional<Boolean> idle = Optional.empty();
        private Optional<Limit<Duration>> rtRuntime = Optional.empty();
        private Optional<Duration> rtPeriod = Optional.empty();
        private Optional<CpuClamp> uclampMin = Optional.empty();
        private Optional<CpuClamp> uclampMax = Optional.empty();

        private Builder() {}

        /**
         * Sets the quota and keeps the period.
         *
         * @param quota CPU time per period, default unlimited; v1 {@code cpu.cfs_quota_us} since Linux 3.2, v2 {@code cpu.max}
         *     since Linux 4.15. More than the groups above have is refused on v1, and on v2 has no effect
         * @return this
         */
        public Builder quota(CpuQuota quota) {
            this.quota = Optional.of(quota);
            return this;
        }

        /**
         * Sets the period and keeps the quota.
         *
         * @param period default 100 ms; v1 {@code cpu.cfs_period_us} since Linux 3.2, v2 {@code cpu.max} since Linux 4.15
         * @return this
         */
        public Builder period(CpuPeriod period) {
            this.period = Optional.of(period);
            return this;
        }

        /**
         * Sets quota and period.
         *
         * @param bandwidth both
         * @return this
         */
        public Builder bandwidth(CpuBandwidth bandwidth) {
            return quota(bandwidth.quota()).period(bandwidth.period());
        }

        /**
         * Lets unused quota be saved up, so that a later period may exceed it.
         *
         * @param burst at most the quota, in whole microseconds, default 0; v1 {@code cpu.cfs_burst_us}, v2
         *     {@code cpu.max.burst}, since Linux 5.14
         * @return this
         * @throws InvalidValueException if it is negative
         */
        public Builder burst(Duration burst) {
            InvalidValueException.inRange("cpu burst in us", micros(burst), 0, Long.MAX_VALUE / 1000, "0 is no burst");
            this.burst = Optional.of(burst);
            return this;
        }

        /**
         * Sets the portion against siblings on the scale of v1.
         *
         * @param shares default 1024; v1 {@code cpu.shares} since Linux 2.6.24; on v2 converted to {@code cpu.weight}, see
         *     {@link WeightConversion#OCI}
         * @return this
         */
        public Builder shares(CpuShares shares) {
            this.shares = Optional.of(shares);
            return this;
        }

        /**
         * Sets the portion against siblings on the scale of v2.
         *
         * @param weight default 100; v2 {@code cpu.weight} since Linux 4.15; on v1 converted to {@code cpu.shares}, see
         *     {@link WeightConversion#OCI}
         * @return this
         */
        public Builder weight(CpuWeight weight) {
            this.weight = Optional.of(weight);
            return this;
        }

        /**
         * Sets the portion against siblings as that of a process with a nice value: each step down is about a quarter more.
         *
         * @param nice -20 to 19, default 0, which is a weight of 100; v2 {@code cpu.weight.nice} since Linux 4.15; v1 has none
         * @return this
         */
        public Builder weightNice(int nice) {
            this.weightNice = Optional.of(nice);
            return this;
        }

        /**
         * Makes the group run only when no other wants to; its shares or weight then do not count and cannot be set.
         *
         * @param idle default false; {@code cpu.idle} on both versions, since Linux 5.15
         * @return this
         */
        public Builder idle(boolean idle) {
            this.idle = Optional.of(idle);
            return this;
        }

        /**
         * Sets the CPU time that real-time threads of the group may use in each real-time period.
         *
         * @param rtRuntime less than the period, in whole microseconds, 0 by default in a new group; v1
         *     {@code cpu.rt_runtime_us} (unlimited is -1), since Linux 2.6.25 with {@code CONFIG_RT_GROUP_SCHED}; v2
         *     has none
         * @return this
         * @throws InvalidValueException if it is negative
         */
        public Builder rtRuntime(Limit<Duration> rtRuntime) {
            rtRuntime
                    .value()
                    .ifPresent(time -> InvalidValueException.inRange(
                            "cpu.rt_runtime_us", micros(time), 0, Long.MAX_VALUE / 1000, "0 is no real-time budget"));
            this.rtRuntime = Optional.of(rtRuntime);
            return this;
        }

        /**
         * Sets the period of the real-time budget.
         *
         * @param rtPeriod in whole microseconds, at least 1, default 1 s; v1 {@code cpu.rt_period_us} since Linux 2.6.25
         *     with {@code CONFIG_RT_GROUP_SCHED}; v2 has none
         * @return this
         * @throws InvalidValueException if it is under 1 us
         */
        public Builder rtPeriod(Duration rtPeriod) {
            InvalidValueException.inRange(
                    "cpu.rt_period_us", micros(rtPeriod), 1, Long.MAX_VALUE / 1000, "the default is 1000000");
            this.rtPeriod = Optional.of(rtPeriod);
            return this;
        }

        /**
         * Sets the least utilisation that the scheduler assumes of runnable members, so that it chooses a fast CPU or a high
         * frequency.
         *
         * @param clamp default 0 %; what {@link #uclampMax} and the groups above allow of it counts; {@code cpu.uclamp.min} on
         *     both versions, since Linux 5.4 with {@code CONFIG_UCLAMP_TASK_GROUP}
         * @return this
         */
        public Builder uclampMin(CpuClamp clamp) {
            this.uclampMin = Optional.of(clamp);
            return this;
        }

        /**
         * Sets the largest utilisation that the scheduler assumes of runnable members, so that it chooses a small CPU or a low
         * frequency. Bounds no CPU time.
         *
         * @param clamp default {@link CpuClamp#MAX}; {@code cpu.uclamp.max} on both versions, since Linux 5.4 with
         *     {@code CONFIG_UCLAMP_TASK_GROUP}
         * @return this
         */
        public Builder uclampMax(CpuClamp clamp) {
            this.uclampMax = Optional.of(clamp);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         * @throws InvalidValueException if a nice value is out of range, or more than one of shares, weight and nice value is
         *     set
         */
        public CpuSpec build() {
            return new CpuSpec(
                    quota, period, burst, shares, weight, weightNice, idle, rtRuntime, rtPeriod, uclampMin, uclampMax);
        }
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }
}
