package io.cgroups.blkio;

import io.cgroups.InvalidValueException;

/**
 * When the cost model takes a disk for saturated, and how far it may then go; the parameters of {@code io.cost.qos}.
 * Immutable.
 *
 * @param read the disk is saturated when reads are slower; {@code rpct} and {@code rlat}
 * @param write the disk is saturated when writes are slower; {@code wpct} and {@code wlat}
 * @param min how slow the disk may be made, as a part of the speed in the model, 1 to 10000 percent; {@code min}
 * @param max how fast it may be made, {@code min} to 10000 percent; {@code max}
 */
public record CostGoals(LatencyGoal read, LatencyGoal write, Percent min, Percent max) {
    /** The smallest part of the speed in the model. */
    public static final Percent SMALLEST = Percent.of(1);

    /** The largest part of the speed in the model. */
    public static final Percent LARGEST = Percent.of(10_000);

    /**
     * Checks the ranges, which the kernel would cut to without a word.
     *
     * @param read see the record
     * @param write see the record
     * @param min see the record
     * @param max see the record
     * @throws InvalidValueException if one is out of range
     */
    public CostGoals {
        inRange("io.cost.qos min", min, SMALLEST, LARGEST);
        inRange("io.cost.qos max", max, min, LARGEST);
    }

    private static void inRange(String setting, Percent value, Percent from, Percent to) {
        if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
            throw new InvalidValueException(setting, value, "the range is " + from + " to " + to + " percent");
        }
    }
}
