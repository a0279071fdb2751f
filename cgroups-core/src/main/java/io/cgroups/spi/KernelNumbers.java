package io.cgroups.spi;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;

/** Numbers as the kernel prints them. */
public final class KernelNumbers {
    /** So many fit into a long, whichever they are. */
    private static final int CERTAIN_DIGITS = 18;

    private KernelNumbers() {}

    /**
     * Parses a number of up to 64 bits.
     *
     * @param file where it was read, for the exception
     * @param text decimal digits, perhaps with a minus sign
     * @return the number; an unsigned one over {@link Long#MAX_VALUE} gives {@link Long#MAX_VALUE}
     * @throws CgroupFormatException if it is no number
     */
    public static long parse(Path file, String text) {
        try {
            return text.startsWith("-") ? Long.parseLong(text) : saturated(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            throw new CgroupFormatException(file, "a number", text, e);
        }
    }

    /**
     * Parses a counter, which the kernel can show as negative for a moment while it sums up its CPUs.
     *
     * @param file where it was read, for the exception
     * @param text decimal digits, perhaps with a minus sign
     * @return the number, 0 for a negative one
     * @throws CgroupFormatException if it is no number
     */
    public static long parseCounter(Path file, String text) {
        return Math.max(0, parse(file, text));
    }

    /**
     * Parses a counter that is a part of a text.
     *
     * @param file where it was read, for the exception
     * @param text a text with decimal digits in it, perhaps with a minus sign
     * @param from where they begin
     * @param to where they end
     * @return the number, 0 for a negative one
     * @throws CgroupFormatException if it is no number
     */
    public static long parseCounter(Path file, String text, int from, int to) {
        if (from == to || to - from > CERTAIN_DIGITS) {
            return parseCounter(file, text.substring(from, to));
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return parseCounter(file, text.substring(from, to));
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static long saturated(long unsigned) {
        return unsigned < 0 ? Long.MAX_VALUE : unsigned;
    }
}
