package io.cgroups.cpu;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.Limit;
import java.time.Duration;

/**
 * CPU time that a group may use in each period, over all CPUs together, or unlimited.
 *
 * <p>v1 {@code cpu.cfs_quota_us} (unlimited is -1), v2 the first field of {@code cpu.max} (unlimited is {@code max}).
 * Microseconds, 1000 or more; the default is unlimited. 20000 in a period of 100000 is 20 % of one CPU, 200000 is two
 * CPUs. Immutable.
 *
 * @param micros the quota in microseconds
 */
public record CpuQuota(Limit<Long> micros) {
    /** The smallest quota the kernel takes, in microseconds. */
    public static final long MIN_MICROS = 1000;

    private static final CpuQuota UNLIMITED = new CpuQuota(Limit.unlimited());

    /**
     * Checks the range.
     *
     * @param micros see the record
     * @throws InvalidValueException if it is under {@link #MIN_MICROS} or over {@code Long.MAX_VALUE / 1000}
     */
    public CpuQuota {
        micros.value()
                .ifPresent(value -> InvalidValueException.inRange(
                        "cpu quota in us",
                        value,
                        MIN_MICROS,
                        Long.MAX_VALUE / 1000,
                        "a smaller share needs a longer period; CpuQuota.unlimited() is no limit"));
    }

    /**
     * A quota.
     *
     * @param micros microseconds per period, {@link #MIN_MICROS} or more
     * @return the quota
     * @throws InvalidValueException if it is smaller, or over {@code Long.MAX_VALUE / 1000}
     */
    public static CpuQuota ofMicros(long micros) {
        return new CpuQuota(Limit.of(micros));
    }

    /**
     * A quota.
     *
     * @param time time per period, cut to whole microseconds
     * @return the quota
     * @throws InvalidValueException if it is under {@link #MIN_MICROS}
     */
    public static CpuQuota of(Duration time) {
        return ofMicros(time.toNanos() / 1000);
    }

    /**
     * No quota.
     *
     * @return unlimited
     */
    public static CpuQuota unlimited() {
        return UNLIMITED;
    }

    /**
     * Whether there is no quota.
     *
     * @return true when unlimited
     */
    public boolean isUnlimited() {
        return micros.isUnlimited();
    }

    /** Returns for example {@code 20000 us} or {@code unlimited}. */
    @Override
    public String toString() {
        return micros.text(value -> value + " us", "unlimited");
    }
}
