package io.cgroups.internal.unit;

import java.time.Duration;

/** A part of a whole, where a whole of nothing has parts of nothing. */
public final class Ratio {
    private static final double NANOS_PER_SECOND = 1e9;

    private Ratio() {}

    /**
     * Divides times.
     *
     * @param part the dividend
     * @param whole the divisor
     * @return the quotient, 0 when the whole is zero
     */
    public static double of(Duration part, Duration whole) {
        return quotient(seconds(part), seconds(whole));
    }

    /**
     * Divides numbers.
     *
     * @param part the dividend
     * @param whole the divisor
     * @return the quotient, 0 when the whole is zero
     */
    public static double of(long part, long whole) {
        return quotient((double) part, (double) whole);
    }

    private static double quotient(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** Many CPUs use more in a year than fits into nanoseconds. */
    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / NANOS_PER_SECOND;
    }
}
