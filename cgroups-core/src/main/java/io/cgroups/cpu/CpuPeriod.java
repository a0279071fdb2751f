package io.cgroups.cpu;

import io.cgroups.InvalidValueException;
import java.time.Duration;

/**
 * The time over which a CPU quota is counted.
 *
 * <p>v1 {@code cpu.cfs_period_us}, v2 the second field of {@code cpu.max}. Microseconds, 1000 to 1000000; the default is
 * 100000. Immutable.
 *
 * @param micros the period in microseconds
 */
public record CpuPeriod(long micros) implements Comparable<CpuPeriod> {
    /** The shortest period the kernel takes, in microseconds. */
    public static final long MIN_MICROS = 1000;

    /** The longest period the kernel takes, in microseconds. */
    public static final long MAX_MICROS = 1_000_000;

    /** The kernel's default of 100 ms. */
    public static final CpuPeriod DEFAULT = new CpuPeriod(100_000);

    /**
     * Checks the range.
     *
     * @param micros see the record
     * @throws InvalidValueException if it is not {@link #MIN_MICROS} to {@link #MAX_MICROS}
     */
    public CpuPeriod {
        InvalidValueException.inRange("cpu period in us", micros, MIN_MICROS, MAX_MICROS, "the default is 100000");
    }

    /**
     * A period.
     *
     * @param micros microseconds, {@link #MIN_MICROS} to {@link #MAX_MICROS}
     * @return the period
     * @throws InvalidValueException if it is out of range
     */
    public static CpuPeriod ofMicros(long micros) {
        return new CpuPeriod(micros);
    }

    /**
     * A period.
     *
     * @param time cut to whole microseconds
     * @return the period
     * @throws InvalidValueException if it is out of range
     */
    public static CpuPeriod of(Duration time) {
        return new CpuPeriod(time.toNanos() / 1000);
    }

    /**
     * The period as a duration.
     *
     * @return the time
     */
    public Duration toDuration() {
        return Duration.ofNanos(micros * 1000);
    }

    @Override
    public int compareTo(CpuPeriod other) {
        return Long.compare(micros, other.micros);
    }

    /** Returns for example {@code 100000 us}. */
    @Override
    public String toString() {
        return micros + " us";
    }
}
