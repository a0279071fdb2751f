package io.cgroups.blkio;

import io.cgroups.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A percentage with two digits after the point, which is what the kernel keeps. Immutable.
 *
 * @param hundredths hundredths of a percent, 0 or more
 */
public record Percent(int hundredths) implements Comparable<Percent> {
    private static final int DIGITS = 2;

    /**
     * Checks the range.
     *
     * @param hundredths see the record
     * @throws InvalidValueException if it is under 0
     */
    public Percent {
        InvalidValueException.inRange("percentage", hundredths, 0, Integer.MAX_VALUE, "in hundredths of a percent");
    }

    /**
     * A whole percentage.
     *
     * @param percent 0 to 21474836
     * @return the percentage
     * @throws InvalidValueException if it is out of range
     */
    public static Percent of(int percent) {
        InvalidValueException.inRange("percentage", percent, 0, Integer.MAX_VALUE / 100, "a whole percentage");
        return new Percent(percent * 100);
    }

    /**
     * Parses a percentage.
     *
     * @param text for example {@code 95} or {@code 99.5}; more than two digits after the point are rounded
     * @return the percentage
     * @throws InvalidValueException if it is no number, or out of range
     */
    public static Percent parse(String text) {
        try {
            return new Percent(new BigDecimal(text)
                    .movePointRight(DIGITS)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact());
        } catch (NumberFormatException | ArithmeticException e) {
            throw new InvalidValueException("percentage", text, "a number such as 95 or 99.5");
        }
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    /** Returns the number with two digits after the point, for example {@code 99.50}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(hundredths, DIGITS).toPlainString();
    }
}
