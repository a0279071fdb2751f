package io.cgroups.blkio;

import io.cgroups.InvalidValueException;
import java.time.Duration;

/**
 * How fast most requests of a disk are to be. Immutable.
 *
 * @param percentile how many of the requests it is about, 0 to 100 percent; 0 is no goal
 * @param latency how long each of them may take, 0 to {@link #LARGEST_LATENCY} in whole microseconds
 */
public record LatencyGoal(Percent percentile, Duration latency) {
    /** The longest time: the kernel has 32 bits for the microseconds and lets more wrap. */
    public static final Duration LARGEST_LATENCY = Microseconds.of(0xffff_ffffL);

    private static final Percent ALL = Percent.of(100);

    /**
     * Checks the ranges.
     *
     * @param percentile see the record
     * @param latency see the record
     * @throws InvalidValueException if one is out of range, or the latency is not in whole microseconds
     */
    public LatencyGoal {
        InvalidValueException.inRange(
                "io.cost.qos percentile",
                percentile.hundredths(),
                0,
                ALL.hundredths(),
                "in hundredths of a percent; no more than all requests can be meant");
        Microseconds.check("io.cost.qos latency", latency, Duration.ZERO, LARGEST_LATENCY);
    }

    /**
     * No goal.
     *
     * @return 0 percent of the requests
     */
    public static LatencyGoal none() {
        return new LatencyGoal(Percent.of(0), Duration.ZERO);
    }
}
