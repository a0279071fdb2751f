package io.cgroups.blkio;

import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The side of {@link BlkioController} that is as v2 has it: weights on its scale, which v1 has by conversion, and latency
 * targets and the cost model, which v1 has not.
 */
public sealed interface IoControls extends ControllerFacet<BlkioSpec, BlkioController> permits BlkioController {

    /**
     * Reads the weight on disks that have none of their own; v2 {@code io.weight}, or else {@code io.bfq.weight}, which is
     * converted; v1 see {@link BlkioController#weight()}, converted.
     *
     * @return the weight
     */
    IoWeight ioWeight();

    /**
     * Reads the weights of disks that have one of their own; the files of {@link #ioWeight()}.
     *
     * @return the weights by disk
     */
    Map<DeviceNumber, IoWeight> deviceIoWeights();

    /**
     * Reads the latency targets; v2 {@code io.latency}.
     *
     * @return the targets of this group itself by disk, only of disks that have one
     * @throws UnsupportedSettingException on v1, and on a kernel built without them
     */
    Map<DeviceNumber, Duration> latencyTargets();

    /**
     * Reads where the cost model is in use; v2 {@code io.cost.qos}. What the kernel has decided where it decides by itself
     * is in the raw text.
     *
     * @return the quality of service by disk, only of disks that were ever set up
     * @throws UnsupportedSettingException on v1, below the root, and on a kernel built without it
     */
    Map<DeviceNumber, CostQos> costQos();

    /**
     * Reads the models of disks; v2 {@code io.cost.model}.
     *
     * @return the model by disk, empty where the kernel uses its own; only of disks that were ever set up
     * @throws UnsupportedSettingException on v1, below the root, and on a kernel built without it
     */
    Map<DeviceNumber, Optional<CostModel>> costModels();

    /**
     * Reads the weight of one disk.
     *
     * @param device the disk
     * @return its own weight, empty when it has none
     */
    default Optional<IoWeight> ioWeight(DeviceNumber device) {
        return Optional.ofNullable(deviceIoWeights().get(disk(device)));
    }

    /**
     * Reads the latency target of one disk.
     *
     * @param device the disk
     * @return the target of this group itself, unlimited when it has none
     * @throws UnsupportedSettingException see {@link #latencyTargets()}
     */
    default Limit<Duration> latencyTarget(DeviceNumber device) {
        return Optional.ofNullable(latencyTargets().get(disk(device)))
                .map(Limit::of)
                .orElseGet(Limit::unlimited);
    }

    /**
     * Reads the model of one disk.
     *
     * @param device the disk
     * @return the model, empty where the kernel uses its own
     * @throws UnsupportedSettingException see {@link #costModels()}
     */
    default Optional<CostModel> costModel(DeviceNumber device) {
        return costModels().getOrDefault(disk(device), Optional.empty());
    }

    /**
     * Sets the weight on disks that have none of their own; those that have one keep it.
     *
     * @param weight see {@link IoSettingsBuilder#ioWeight(IoWeight)}
     * @return this
     */
    default BlkioController ioWeight(IoWeight weight) {
        return apply(BlkioSpec.builder().ioWeight(weight).build());
    }

    /**
     * Sets the weight on one disk; {@link BlkioController#resetWeight} takes it away.
     *
     * @param device a whole disk
     * @param weight see {@link IoSettingsBuilder#ioWeight(DeviceNumber, IoWeight)}
     * @return this
     */
    default BlkioController ioWeight(DeviceNumber device, IoWeight weight) {
        return apply(BlkioSpec.builder().ioWeight(device, weight).build());
    }

    /**
     * Sets the latency target on one disk, or takes it away.
     *
     * @param device a whole disk
     * @param target see {@link IoSettingsBuilder#latencyTarget}
     * @return this
     */
    default BlkioController latencyTarget(DeviceNumber device, Limit<Duration> target) {
        return apply(BlkioSpec.builder().latencyTarget(device, target).build());
    }

    /**
     * Turns the cost model of one disk on or off, for the whole machine.
     *
     * @param device a whole disk
     * @param qos see {@link IoSettingsBuilder#costQos}
     * @return this
     */
    default BlkioController costQos(DeviceNumber device, CostQos qos) {
        return apply(BlkioSpec.builder().costQos(device, qos).build());
    }

    /**
     * Sets the model of one disk, for the whole machine.
     *
     * @param device a whole disk
     * @param model see {@link IoSettingsBuilder#costModel}
     * @return this
     */
    default BlkioController costModel(DeviceNumber device, CostModel model) {
        return apply(BlkioSpec.builder().costModel(device, model).build());
    }

    /**
     * Gives one disk the kernel's own model again.
     *
     * @param device a whole disk
     * @return this
     */
    default BlkioController resetCostModel(DeviceNumber device) {
        return apply(BlkioSpec.builder().resetCostModel(device).build());
    }

    /**
     * The disk that settings of a device are made for.
     *
     * @param device any block device
     * @return the disk that a partition is a part of, else the device itself
     */
    DeviceNumber disk(DeviceNumber device);
}
