package io.cgroups.cpu;

import io.cgroups.InvalidValueException;

/**
 * A group's portion of CPU time against its siblings when they compete for it; no bound when they do not.
 *
 * <p>v1 {@code cpu.shares}; on v2 converted to {@code cpu.weight}. A pure number, 2 to 262144; the default is 1024. The
 * kernel itself would change other numbers silently to the nearest of this range, so they are refused here. Immutable.
 *
 * @param value the number
 */
public record CpuShares(long value) implements Comparable<CpuShares> {
    /** The smallest portion. */
    public static final long MIN = 2;

    /** The largest portion. */
    public static final long MAX = 262_144;

    /** The kernel's default. */
    public static final CpuShares DEFAULT = new CpuShares(1024);

    /** What a group has while it is idle, see {@link CpuController#idle()}; no sign of it, since any group may have it. */
    public static final CpuShares IDLE = new CpuShares(3);

    /**
     * Checks the range.
     *
     * @param value see the record
     * @throws InvalidValueException if it is not {@link #MIN} to {@link #MAX}
     */
    public CpuShares {
        InvalidValueException.inRange(
                "cpu shares", value, MIN, MAX, "the kernel would silently use the nearest value of that range");
    }

    /**
     * A portion.
     *
     * @param value {@link #MIN} to {@link #MAX}
     * @return the shares
     * @throws InvalidValueException if it is out of range
     */
    public static CpuShares of(long value) {
        return new CpuShares(value);
    }

    @Override
    public int compareTo(CpuShares other) {
        return Long.compare(value, other.value);
    }

    /** Returns the number. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
