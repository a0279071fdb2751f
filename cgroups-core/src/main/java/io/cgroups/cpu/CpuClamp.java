package io.cgroups.cpu;

import io.cgroups.InvalidValueException;

/**
 * A bound for the utilisation of a CPU that the scheduler assumes of the members of a group, when it chooses CPUs and
 * frequencies for them.
 *
 * <p>{@code cpu.uclamp.min} and {@code cpu.uclamp.max} on both versions. Hundredths of a per cent of the capacity of the
 * largest CPU, 0 to 10000, which is the kernel's {@code max}. The kernel calculates in 1/1024 of the capacity, so that
 * from 99.96 % on it shows {@code max}; all else reads back as it was written. Immutable.
 *
 * @param hundredths the bound in 0.01 %
 */
public record CpuClamp(int hundredths) implements Comparable<CpuClamp> {
    /** The whole capacity, the kernel's {@code max}. */
    public static final CpuClamp MAX = new CpuClamp(10_000);

    /** None of the capacity. */
    public static final CpuClamp MIN = new CpuClamp(0);

    private static final int HUNDREDTHS = 100;

    /**
     * Checks the range.
     *
     * @param hundredths see the record
     * @throws InvalidValueException if it is not 0 to 10000
     */
    public CpuClamp {
        InvalidValueException.inRange("cpu clamp in 0.01 %", hundredths, 0, 10_000, "10000 is the whole capacity");
    }

    /**
     * A part of the capacity.
     *
     * @param percent 0 to 100, rounded to hundredths, half up
     * @return the clamp
     * @throws InvalidValueException if it is out of range or not a number
     */
    public static CpuClamp ofPercent(double percent) {
        if (!(percent >= 0 && percent <= HUNDREDTHS)) {
            throw new InvalidValueException("cpu clamp in %", percent, "the range is 0 to 100");
        }
        return new CpuClamp((int) Math.round(percent * HUNDREDTHS));
    }

    /**
     * The part of the capacity.
     *
     * @return per cent, 0 to 100
     */
    public double percent() {
        return (double) hundredths / HUNDREDTHS;
    }

    @Override
    public int compareTo(CpuClamp other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    /** Returns for example {@code 12.50 %}. */
    @Override
    public String toString() {
        return digits() + " %";
    }

    private String digits() {
        int fraction = hundredths % HUNDREDTHS;
        return hundredths / HUNDREDTHS + (fraction < 10 ? ".0" : ".") + fraction;
    }
}
