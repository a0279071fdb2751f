package io.cgroups.internal.unit;

import io.cgroups.unit.Converted;
import io.cgroups.unit.Loss;

/** Judges what a number lost between two scales by the way back. */
public final class Scales {

    private Scales() {}

    /**
     * Judges a conversion of a number.
     *
     * @param <T> the type of the result
     * @param from the scale of the original, for example {@code cpu.shares}
     * @param original the number that was converted
     * @param to the scale of the result
     * @param result what it became
     * @param ideal the number it became before it was cut to what the scale has
     * @param back what the result becomes on the way back
     * @param min the smallest number of the scale of the result
     * @param max the largest one
     * @return the outcome
     */
    public static <T> Converted<T> judge(
            String from, long original, String to, T result, double ideal, long back, long min, long max) {
        String became = from + " " + original + " becomes " + to + " " + result;
        if (back == original) {
            return Converted.exact(result, became);
        }
        String returns = ", which is " + from + " " + back + " on the way back";
        if (ideal < min || ideal > max) {
            return Converted.clamped(result, became + ", the nearest of " + min + " to " + max + returns);
        }
        return new Converted.Found<>(result, Loss.ROUNDED, became + returns);
    }

    /**
     * Cuts a number to what a scale has.
     *
     * @param ideal a whole number
     * @param min the smallest number of the scale
     * @param max the largest one
     * @return the nearest number of the scale
     */
    public static long cut(double ideal, long min, long max) {
        return Math.min(max, Math.max(min, (long) ideal));
    }
}
