package io.cgroups.blkio;

import io.cgroups.CgroupIoException;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.Map;
import java.util.Optional;

/**
 * Limits, weights and statistics of a group's I/O on whole disks. A partition stands for the disk it is a part of, in
 * settings and where they are read: the kernel knows none for partitions.
 *
 * <p>The setters are one-part specifications, see {@link BlkioSpec}; each call returns this, and throws
 * {@link InvalidValueException} for a value that is out of range, {@link ValueRejectedException} for a disk that the
 * kernel does not know, or that does not run the scheduler of weights, {@link CgroupIoException} if the
 * kernel refuses otherwise and {@link UnsupportedSettingException} if it has no such setting, and then has changed nothing.
 * Reading throws {@link UnsupportedSettingException} likewise.
 */
public non-sealed interface BlkioController extends IoControls {

    /**
     * Reads the limits of every disk that has some.
     *
     * @return the limits of this group itself, whatever those above have, by disk
     */
    Map<DeviceNumber, Throttle> throttles();

    /**
     * Finds the scale of this kernel's {@link BlkioWeight}s, from the names of the control files: on v1 that of CFQ where it
     * is there, otherwise that of BFQ; on v2 that of BFQ where it is there, otherwise that of CFQ, converted by
     * {@link IoWeightConversion#DEFAULT_PRESERVING}.
     *
     * @return the scale, empty when there are no weights, as in the root of the hierarchy
     */
    Optional<WeightScale> weightScale();

    /**
     * Reads the weight on disks that have none of their own; v1 {@code blkio.weight} or {@code blkio.bfq.weight}; v2
     * {@code io.bfq.weight}, or else {@code io.weight}, which is converted.
     *
     * @return the weight
     */
    BlkioWeight weight();

    /**
     * Reads the weights of disks that have one of their own; v1 {@code blkio.weight_device} or
     * {@code blkio.bfq.weight_device}; v2 the files of {@link #weight()}.
     *
     * @return the weights by disk
     */
    Map<DeviceNumber, BlkioWeight> deviceWeights();

    /**
     * Reads everything the kernel counts.
     *
     * @return a snapshot of several files read one after the other
     */
    BlkioStats stats();

    /**
     * Reads what was counted for the group with those below, by disk, and nothing else: fewer files than {@link #stats}.
     *
     * @return as {@link BlkioStats#recursive}; on v1 kernels without such files, what was counted for the group alone
     * @throws CgroupIoException if the kernel refuses
     */
    default Map<DeviceNumber, BlkioDeviceStats> totals() {
        BlkioStats all = stats();
        return all.recursive().isEmpty() ? all.devices() : all.recursive();
    }

    /**
     * Asks the kernel to set the statistics of this group back to zero; v1 {@code blkio.reset_stats}. Kernels of today (6.1,
     * 6.18) accept it without effect on bytes and operations, so take differences instead.
     *
     * @return this
     * @throws UnsupportedSettingException on v2, which has nothing like it
     */
    BlkioController resetStats();

    /**
     * Reads the limits of one disk.
     *
     * @param device the disk
     * @return the limits of this group itself, unlimited for a disk nobody knows
     */
    default Throttle throttle(DeviceNumber device) {
        return throttles().getOrDefault(disk(device), Throttle.unlimited());
    }

    /**
     * Reads a limit; v1 {@code blkio.throttle.read_bps_device}, v2 {@code io.max} with {@code rbps}.
     *
     * @param device the disk
     * @return bytes read per second
     */
    Limit<DataSize> readBps(DeviceNumber device);

    /**
     * Reads a limit; v1 {@code blkio.throttle.write_bps_device}, v2 {@code io.max} with {@code wbps}.
     *
     * @param device the disk
     * @return bytes written per second
     */
    Limit<DataSize> writeBps(DeviceNumber device);

    /**
     * Reads a limit; v1 {@code blkio.throttle.read_iops_device}, v2 {@code io.max} with {@code riops}.
     *
     * @param device the disk
     * @return read operations per second
     */
    Limit<Long> readIops(DeviceNumber device);

    /**
     * Reads a limit; v1 {@code blkio.throttle.write_iops_device}, v2 {@code io.max} with {@code wiops}.
     *
     * @param device the disk
     * @return write operations per second
     */
    Limit<Long> writeIops(DeviceNumber device);

    /**
     * Reads the weight of one disk.
     *
     * @param device the disk
     * @return its own weight, empty when it has none
     */
    default Optional<BlkioWeight> weight(DeviceNumber device) {
        return Optional.ofNullable(deviceWeights().get(disk(device)));
    }

    /**
     * Sets all four limits of a disk.
     *
     * @param device a whole disk
     * @param throttle see {@link BlkioSpec.Builder#throttle}
     * @return this
     */
    default BlkioController throttle(DeviceNumber device, Throttle throttle) {
        return apply(BlkioSpec.builder().throttle(device, throttle).build());
    }

    /**
     * Sets the limit of bytes read per second.
     *
     * @param device a whole disk
     * @param limit see {@link BlkioSpec.Builder#readBps}
     * @return this
     */
    default BlkioController readBps(DeviceNumber device, Limit<DataSize> limit) {
        return apply(BlkioSpec.builder().readBps(device, limit).build());
    }

    /**
     * Sets the limit of bytes written per second.
     *
     * @param device a whole disk
     * @param limit see {@link BlkioSpec.Builder#writeBps}
     * @return this
     */
    default BlkioController writeBps(DeviceNumber device, Limit<DataSize> limit) {
        return apply(BlkioSpec.builder().writeBps(device, limit).build());
    }

    /**
     * Sets the limit of read operations per second.
     *
     * @param device a whole disk
     * @param limit see {@link BlkioSpec.Builder#readIops}
     * @return this
     */
    default BlkioController readIops(DeviceNumber device, Limit<Long> limit) {
        return apply(BlkioSpec.builder().readIops(device, limit).build());
    }

    /**
     * Sets the limit of write operations per second.
     *
     * @param device a whole disk
     * @param limit see {@link BlkioSpec.Builder#writeIops}
     * @return this
     */
    default BlkioController writeIops(DeviceNumber device, Limit<Long> limit) {
        return apply(BlkioSpec.builder().writeIops(device, limit).build());
    }

    /**
     * Sets the weight on disks that have none of their own; those that have one keep it.
     *
     * @param weight see {@link BlkioSpec.Builder#weight(BlkioWeight)}
     * @return this
     */
    default BlkioController weight(BlkioWeight weight) {
        return apply(BlkioSpec.builder().weight(weight).build());
    }

    /**
     * Sets the weight on one disk.
     *
     * @param device a whole disk
     * @param weight see {@link BlkioSpec.Builder#weight(DeviceNumber, BlkioWeight)}
     * @return this
     */
    default BlkioController weight(DeviceNumber device, BlkioWeight weight) {
        return apply(BlkioSpec.builder().weight(device, weight).build());
    }

    /**
     * Takes the weight of one disk away.
     *
     * @param device a whole disk
     * @return this
     */
    default BlkioController resetWeight(DeviceNumber device) {
        return apply(BlkioSpec.builder().resetWeight(device).build());
    }
}
