package io.cgroups.cpu;

import io.cgroups.InvalidValueException;

/**
 * A group's portion of CPU time against its siblings when they compete for it; no bound when they do not.
 *
 * <p>v2 {@code cpu.weight}; on v1 converted to {@code cpu.shares}. A pure number, 1 to 10000; the default is 100. Immutable.
 *
 * @param value the number
 */
public record CpuWeight(long value) implements Comparable<CpuWeight> {
    /** The smallest portion. */
    public static final long MIN = 1;

    /** The largest portion. */
    public static final long MAX = 10_000;

    /** The kernel's default. */
    public static final CpuWeight DEFAULT = new CpuWeight(100);

    /**
     * Checks the range.
     *
     * @param value see the record
     * @throws InvalidValueException if it is not {@link #MIN} to {@link #MAX}
     */
    public CpuWeight {
        InvalidValueException.inRange("cpu weight", value, MIN, MAX, "the default is 100");
    }

    /**
     * A portion.
     *
     * @param value {@link #MIN} to {@link #MAX}
     * @return the weight
     * @throws InvalidValueException if it is out of range
     */
    public static CpuWeight of(long value) {
        return new CpuWeight(value);
    }

    @Override
    public int compareTo(CpuWeight other) {
        return Long.compare(value, other.value);
    }

    /** Returns the number. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
