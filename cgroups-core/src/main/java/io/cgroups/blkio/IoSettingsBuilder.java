package io.cgroups.blkio;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of a {@link BlkioSpec.Builder} that are as v2 has them. Not safe for use by several threads. */
public abstract sealed class IoSettingsBuilder permits BlkioSpec.Builder {
    private final SortedMap<DeviceNumber, Limit<Duration>> latencyTargets = new TreeMap<>();
    private final SortedMap<DeviceNumber, CostQos> costQos = new TreeMap<>();
    private final SortedMap<DeviceNumber, Optional<CostModel>> costModels = new TreeMap<>();

    IoSettingsBuilder() {}

    /**
     * Sets the weight on every disk that has none of its own, on the scale of v2; the same setting as
     * {@link BlkioSpec.Builder#weight(BlkioWeight)}, so the later call counts.
     *
     * @param weight 1 to 10000, default 100; v2 {@code io.weight}, which counts where {@link #costQos} is on, and
     *     {@code io.bfq.weight}, which counts where the scheduler is bfq, by {@link IoWeightConversion#BFQ}; v1 by the
     *     conversion for the scheduler of {@link BlkioController#weightScale()}, whose scale is coarser
     * @return this
     */
    public abstract BlkioSpec.Builder ioWeight(IoWeight weight);

    /**
     * Sets the weight on one disk, on the scale of v2; the same setting as
     * {@link BlkioSpec.Builder#weight(DeviceNumber, BlkioWeight)}, so the later call counts.
     *
     * @param device a whole disk, whose scheduler is bfq or for which {@link #costQos} is on
     * @param weight see {@link #ioWeight(IoWeight)}
     * @return this
     */
    public abstract BlkioSpec.Builder ioWeight(DeviceNumber device, IoWeight weight);

    /**
     * Protects the group's I/O: while its requests take longer than this, groups beside it with a longer target are held
     * back. v1 has none.
     *
     * @param device a whole disk
     * @param target 1 microsecond or more in whole microseconds, default unlimited, which is none; v2 {@code io.latency}
     *     with {@code target} (unlimited is max), since Linux 4.19 built with {@code CONFIG_BLK_CGROUP_IOLATENCY}
     * @return this
     * @throws InvalidValueException if it is out of range, or not in whole microseconds
     */
    public BlkioSpec.Builder latencyTarget(DeviceNumber device, Limit<Duration> target) {
        IoSettings.checkTarget(target);
        latencyTargets.put(device, target);
        return self();
    }

    /**
     * Decides for the whole machine whether the cost model divides the time of a disk by weights. Only the root of the
     * hierarchy has it, and v1 has none.
     *
     * @param device a whole disk
     * @param qos the quality of service, default {@link CostQos#off()}; v2 {@code io.cost.qos}, since Linux 5.4 built with
     *     {@code CONFIG_BLK_CGROUP_IOCOST}
     * @return this
     */
    public BlkioSpec.Builder costQos(DeviceNumber device, CostQos qos) {
        costQos.put(device, qos);
        return self();
    }

    /**
     * Tells the cost model what a disk can do, for the whole machine. Only the root of the hierarchy has it, and v1 has none.
     *
     * @param device a whole disk
     * @param model the speed of the disk, default one that the kernel has for this kind of disk; v2 {@code io.cost.model},
     *     since Linux 5.4 built with {@code CONFIG_BLK_CGROUP_IOCOST}
     * @return this
     */
    public BlkioSpec.Builder costModel(DeviceNumber device, CostModel model) {
        costModels.put(device, Optional.of(model));
        return self();
    }

    /**
     * Goes back to the kernel's own model of a disk.
     *
     * @param device a whole disk
     * @return this
     */
    public BlkioSpec.Builder resetCostModel(DeviceNumber device) {
        costModels.put(device, Optional.empty());
        return self();
    }

    abstract BlkioSpec.Builder self();

    IoSettings settings(Optional<IoWeight> weight, SortedMap<DeviceNumber, IoWeight> deviceWeights) {
        return new IoSettings(weight, deviceWeights, latencyTargets, costQos, costModels);
    }
}
