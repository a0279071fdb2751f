package io.cgroups.blkio;

import io.cgroups.InvalidValueException;

/**
 * The scale of a kernel's {@link BlkioWeight}s, named after the I/O scheduler that has it. Both divide a disk's time, with
 * other numbers.
 *
 * <p>A weight counts only on disks that run the scheduler ({@code /sys/block/DISK/queue/scheduler}), and on v2 on those with
 * {@link CostQos}.
 */
public enum WeightScale {
    /** CFQ, up to Linux 4.20: 10 to 1000, 500 unless set; {@code blkio.weight}, {@code blkio.weight_device}. */
    CFQ(10, 500),
    /**
     * BFQ, since Linux 4.12 and the only one since 5.0: 1 to 1000, 100 unless set; {@code blkio.bfq.weight}, and since
     * Linux 5.4 {@code blkio.bfq.weight_device}.
     */
    BFQ(1, 100);

    private final int min;
    private final int usual;

    WeightScale(int min, int usual) {
        this.min = min;
        this.usual = usual;
    }

    /**
     * The smallest weight.
     *
     * @return the weight
     */
    public BlkioWeight min() {
        return BlkioWeight.of(min);
    }

    /**
     * The largest weight.
     *
     * @return the weight
     */
    public BlkioWeight max() {
        return BlkioWeight.of(BlkioWeight.MAX);
    }

    /**
     * The weight of a group nobody has set one for.
     *
     * @return the weight
     */
    public BlkioWeight defaultWeight() {
        return BlkioWeight.of(usual);
    }

    /**
     * Checks that a weight is on this scale.
     *
     * @param weight the weight
     * @return the weight
     * @throws InvalidValueException if it is under {@link #min()}
     */
    public BlkioWeight check(BlkioWeight weight) {
        InvalidValueException.inRange(
                "blkio weight", weight.value(), min, BlkioWeight.MAX, "weights are on the scale of " + this);
        return weight;
    }
}
