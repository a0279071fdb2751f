package io.cgroups.blkio;

import io.cgroups.InvalidValueException;

/**
 * The share of a disk's time a group gets when several want it, in relation to the groups beside it, on the scale of v2.
 *
 * <p>v2 {@code io.weight}. Without a unit: a group of 200 gets twice as much as one of 100, which is the default. The scale of
 * v1 is {@link BlkioWeight}; {@link IoWeightConversion} translates. Immutable.
 *
 * @param value 1 to 10000
 */
public record IoWeight(int value) implements Comparable<IoWeight> {
    /** The smallest weight. */
    public static final int MIN = 1;

    /** The largest weight. */
    public static final int MAX = 10_000;

    /** The kernel's default. */
    public static final IoWeight DEFAULT = new IoWeight(100);

    /**
     * Checks the range.
     *
     * @param value see the record
     * @throws InvalidValueException if it is not 1 to 10000
     */
    public IoWeight {
        InvalidValueException.inRange("io weight", value, MIN, MAX, "the default is 100");
    }

    /**
     * A weight.
     *
     * @param value 1 to 10000
     * @return the weight
     * @throws InvalidValueException if it is out of range
     */
    public static IoWeight of(int value) {
        return new IoWeight(value);
    }

    @Override
    public int compareTo(IoWeight other) {
        return Integer.compare(value, other.value);
    }

    /** Returns the number. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
