package io.cgroups.blkio;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What can be set of the blkio controller; a setting, and a disk in one, that is absent stays as it is. Immutable.
 *
 * <p>A partition stands for the disk it is a part of. The weights that CFQ had for the members of a group themselves
 * ({@code blkio.leaf_weight}, up to Linux 4.20) are left out; {@code group.files(BLKIO)} reaches them.
 *
 * @param readBps bytes read per second, by disk; see {@link Builder#readBps}
 * @param writeBps bytes written per second, by disk; see {@link Builder#writeBps}
 * @param readIops read operations per second, by disk; see {@link Builder#readIops}
 * @param writeIops write operations per second, by disk; see {@link Builder#writeIops}
 * @param weight the weight on every disk; see {@link Builder#weight(BlkioWeight)}
 * @param deviceWeights the weight on one disk, empty to give it the one for every disk; see
 *     {@link Builder#weight(DeviceNumber, BlkioWeight)} and {@link Builder#resetWeight}
 * @param io what is as v2 has it; see {@link IoSettingsBuilder}
 */
public record BlkioSpec(
        Map<DeviceNumber, Limit<DataSize>> readBps,
        Map<DeviceNumber, Limit<DataSize>> writeBps,
        Map<DeviceNumber, Limit<Long>> readIops,
        Map<DeviceNumber, Limit<Long>> writeIops,
        Optional<BlkioWeight> weight,
        Map<DeviceNumber, Optional<BlkioWeight>> deviceWeights,
        IoSettings io)
        implements ControllerSpec {
    /** The largest limit of operations: the kernel has 32 bits for it, takes all of them as unlimited, and lets more wrap. */
    public static final long MAX_IOPS = 0xffff_fffeL;

    /**
     * Copies the maps and checks the limits.
     *
     * @param readBps see the record
     * @param writeBps see the record
     * @param readIops see the record
     * @param writeIops see the record
     * @param weight see the record
     * @param deviceWeights see the record
     * @param io see the record
     * @throws InvalidValueException if a limit is 0, or one of operations is over {@link #MAX_IOPS}, or a weight is there on
     *     both scales
     */
    public BlkioSpec {
        readBps = copy(readBps);
        writeBps = copy(writeBps);
        readIops = copy(readIops);
        writeIops = copy(writeIops);
        deviceWeights = copy(deviceWeights);
        readBps.values().forEach(BlkioSpec::checkBps);
        writeBps.values().forEach(BlkioSpec::checkBps);
        readIops.values().forEach(BlkioSpec::checkIops);
        writeIops.values().forEach(BlkioSpec::checkIops);
        if ((weight.isPresent() && io.weight().isPresent())
                || !Collections.disjoint(
                        deviceWeights.keySet(), io.deviceWeights().keySet())) {
            throw new InvalidValueException("blkio weight", weight, "one weight cannot be given on two scales");
        }
    }

    private static <T> Map<DeviceNumber, T> copy(Map<DeviceNumber, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    private static void checkBps(Limit<DataSize> limit) {
        limit.value().ifPresent(size -> check("blkio limit of bytes per second", size.bytes(), Long.MAX_VALUE));
    }

    private static void checkIops(Limit<Long> limit) {
        limit.value().ifPresent(number -> check("blkio limit of operations per second", number, MAX_IOPS));
    }

    private static void check(String setting, long value, long max) {
        InvalidValueException.inRange(
                setting, value, 1, max, "the kernel takes 0 as no limit; use Limit.unlimited() for that");
    }

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same settings for other devices.
     *
     * @param disk gives the device to set in place of one that is mentioned, such as {@link BlkioController#disk}
     * @return a copy
     * @throws InvalidValueException if that makes two devices one, and they are to have different values
     */
    public BlkioSpec on(UnaryOperator<DeviceNumber> disk) {
        return new BlkioSpec(
                onDisks(readBps, disk),
                onDisks(writeBps, disk),
                onDisks(readIops, disk),
                onDisks(writeIops, disk),
                weight,
                onDisks(deviceWeights, disk),
                io.on(disk));
    }

    static <V> Map<DeviceNumber, V> onDisks(Map<DeviceNumber, V> values, UnaryOperator<DeviceNumber> disk) {
        Map<DeviceNumber, V> onDisks = new TreeMap<>();
        values.forEach((device, value) -> {
            V other = onDisks.putIfAbsent(disk.apply(device), value);
            if (other != null && !other.equals(value)) {
                throw new InvalidValueException(
                        "device",
                        device,
                        "another device is on the same disk, " + disk.apply(device) + ", and is to have " + other
                                + "; the kernel has one value for a disk");
            }
        });
        return onDisks;
    }

    @Override
    public Controller controller() {
        return Controller.BLKIO;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.blkio().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder extends IoSettingsBuilder {
        private final SortedMap<DeviceNumber, Limit<DataSize>> readBps = new TreeMap<>();
        private final SortedMap<DeviceNumber, Limit<DataSize>> writeBps = new TreeMap<>();
        private final SortedMap<DeviceNumber, Limit<Long>> readIops = new TreeMap<>();
        private final SortedMap<DeviceNumber, Limit<Long>> writeIops = new TreeMap<>();
        private final SortedMap<DeviceNumber, Optional<BlkioWeight>> deviceWeights = new TreeMap<>();
        private final SortedMap<DeviceNumber, IoWeight> deviceIoWeights = new TreeMap<>();
        private Optional<BlkioWeight> weight = Optional.empty();
        private Optional<IoWeight> ioWeight = Optional.empty();

        private Builder() {}

        /**
         * Limits the bytes that members read from a disk; reads from the file cache are free. On v1 each group is limited by
         * itself: members of the groups below are not held back, unless those groups have limits too. On v2 a limit holds for
         * the members of this group and of those below together, and so do those of the groups above.
         *
         * @param device a whole disk
         * @param limit bytes per second, at least 1, on v2 at least 2, default unlimited; v1
         *     {@code blkio.throttle.read_bps_device} (unlimited is 0), v2 {@code io.max} with {@code rbps} (unlimited is max)
         * @return this
         * @throws InvalidValueException if it is 0
         */
        public Builder readBps(DeviceNumber device, Limit<DataSize> limit) {
            checkBps(limit);
            readBps.put(device, limit);
            return this;
        }

        /**
         * Limits the bytes that members write to a disk, of the groups that {@link #readBps} limits. On v1 it applies to
         * writes past the file cache ({@code O_DIRECT}); the kernel writes the cache back on its own account. On v2 it
         * writes back on that of the group, on file systems that can tell, such as ext4 and btrfs, where the memory
         * controller is enabled too.
         *
         * @param device a whole disk
         * @param limit bytes per second, at least 1, on v2 at least 2, default unlimited; v1
         *     {@code blkio.throttle.write_bps_device} (unlimited is 0), v2 {@code io.max} with {@code wbps} (unlimited is max)
         * @return this
         * @throws InvalidValueException if it is 0
         */
        public Builder writeBps(DeviceNumber device, Limit<DataSize> limit) {
            checkBps(limit);
            writeBps.put(device, limit);
            return this;
        }

        /**
         * Limits the read operations of members on a disk, of the groups that {@link #readBps} limits.
         *
         * @param device a whole disk
         * @param limit operations per second, 1, on v2 2, to {@link BlkioSpec#MAX_IOPS}, default unlimited; v1
         *     {@code blkio.throttle.read_iops_device} (unlimited is 0), v2 {@code io.max} with {@code riops} (unlimited is max)
         * @return this
         * @throws InvalidValueException if it is out of range
         */
        public Builder readIops(DeviceNumber device, Limit<Long> limit) {
            checkIops(limit);
            readIops.put(device, limit);
            return this;
        }

        /**
         * Limits the write operations of members on a disk, as {@link #writeBps} does the bytes.
         *
         * @param device a whole disk
         * @param limit operations per second, 1, on v2 2, to {@link BlkioSpec#MAX_IOPS}, default unlimited; v1
         *     {@code blkio.throttle.write_iops_device} (unlimited is 0), v2 {@code io.max} with {@code wiops} (unlimited is max)
         * @return this
         * @throws InvalidValueException if it is out of range
         */
        public Builder writeIops(DeviceNumber device, Limit<Long> limit) {
            checkIops(limit);
            writeIops.put(device, limit);
            return this;
        }

        /**
         * Sets all four limits of a disk.
         *
         * @param device a whole disk
         * @param throttle the limits; those that are unlimited are removed
         * @return this
         * @throws InvalidValueException if one is out of range
         */
        public Builder throttle(DeviceNumber device, Throttle throttle) {
            return readBps(device, throttle.readBps())
                    .writeBps(device, throttle.writeBps())
                    .readIops(device, throttle.readIops())
                    .writeIops(device, throttle.writeIops());
        }

        /**
         * Sets the weight on every disk that has none of its own. On v1 it counts where the disk's scheduler is the one of
         * {@link BlkioController#weightScale()}; on v2 see {@link #ioWeight(IoWeight)}.
         *
         * @param weight 1 to 1000, default 100 on the scale of BFQ; 10 to 1000, default 500 on that of CFQ; v1
         *     {@code blkio.weight} where the kernel has it, otherwise {@code blkio.bfq.weight}; v2 {@code io.bfq.weight} where
         *     the kernel has it, and {@code io.weight} by the {@link IoWeightConversion} of the scale
         * @return this
         */
        public Builder weight(BlkioWeight weight) {
            this.weight = Optional.of(weight);
            ioWeight = Optional.empty();
            return this;
        }

        /**
         * Sets the weight on one disk.
         *
         * @param device a whole disk, whose scheduler is the one of {@link BlkioController#weightScale()}, or on v2 for which
         *     {@link #costQos} is on
         * @param weight see {@link #weight(BlkioWeight)}; v1 {@code blkio.weight_device} where the kernel has it, otherwise
         *     {@code blkio.bfq.weight_device}, since Linux 5.4; v2 {@code io.bfq.weight} where the disk runs bfq, since Linux
         *     5.4, and {@code io.weight} where {@link #costQos} was ever on
         * @return this
         */
        public Builder weight(DeviceNumber device, BlkioWeight weight) {
            deviceWeights.put(device, Optional.of(weight));
            deviceIoWeights.remove(device);
            return this;
        }

        /**
         * Takes the weight of one disk away, so that it has the one for every disk.
         *
         * @param device a whole disk
         * @return this
         */
        public Builder resetWeight(DeviceNumber device) {
            deviceWeights.put(device, Optional.empty());
            deviceIoWeights.remove(device);
            return this;
        }

        @Override
        public Builder ioWeight(IoWeight weight) {
            ioWeight = Optional.of(weight);
            this.weight = Optional.empty();
            return this;
        }

        @Override
        public Builder ioWeight(DeviceNumber device, IoWeight weight) {
            deviceIoWeights.put(device, weight);
            deviceWeights.remove(device);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public BlkioSpec build() {
            return new BlkioSpec(
                    readBps, writeBps, readIops, writeIops, weight, deviceWeights, settings(ioWeight, deviceIoWeights));
        }
    }
}
