package io.cgroups.blkio;

import io.cgroups.InvalidValueException;

/**
 * The share of a disk's time a group gets when several want it, in relation to the groups beside it.
 *
 * <p>Without a unit: a group of 200 gets twice as much as one of 100. What is the usual weight, and the smallest one,
 * depends on the scheduler, see {@link WeightScale}. Immutable.
 *
 * @param value 1 to 1000
 */
public record BlkioWeight(int value) implements Comparable<BlkioWeight> {
    /** The smallest weight of any scheduler. */
    public static final int MIN = 1;

    /** The largest weight of every scheduler. */
    public static final int MAX = 1000;

    /**
     * Checks the range.
     *
     * @param value see the record
     * @throws InvalidValueException if it is not 1 to 1000
     */
    public BlkioWeight {
        InvalidValueException.inRange("blkio weight", value, MIN, MAX, "the scheduler CFQ takes none under 10");
    }

    /**
     * A weight.
     *
     * @param value 1 to 1000
     * @return the weight
     * @throws InvalidValueException if it is out of range
     */
    public static BlkioWeight of(int value) {
        return new BlkioWeight(value);
    }

    @Override
    public int compareTo(BlkioWeight other) {
        return Integer.compare(value, other.value);
    }

    /** Returns the number. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
