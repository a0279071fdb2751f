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

/**
 * What can be set of the blkio controller; a setting, and a disk in one, that is absent stays as it is. Immutable.
 *
 * <p>Disks are whole disks: the kernel refuses partitions. The weights that CFQ had for the members of a group themselves
 * ({@code blkio.leaf_weight}, up to Linux 4.20) are left out; the raw attribute door reaches them.
 *
 * @param readBps bytes read per second, by disk; see {@link Builder#readBps}
 * @param writeBps bytes written per second, by disk; see {@link Builder#writeBps}
 * @param readIops read operations per second, by disk; see {@link Builder#readIops}
 * @param writeIops write operations per second, by disk; see {@link Builder#writeIops}
 * @param weight the weight on every disk; see {@link Builder#weight(BlkioWeight)}
 * @param deviceWeights the weight on one disk, empty to give it the one for every disk; see
 *     {@link Builder#weight(DeviceNumber, BlkioWeight)} and {@link Builder#resetWeight}
 */
public record BlkioSpec(
        Map<DeviceNumber, Limit<DataSize>> readBps,
        Map<DeviceNumber, Limit<DataSize>> writeBps,
        Map<DeviceNumber, Limit<Long>> readIops,
        Map<DeviceNumber, Limit<Long>> writeIops,
        Optional<BlkioWeight> weight,
        Map<DeviceNumber, Optional<BlkioWeight>> deviceWeights)
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
     * @throws InvalidValueException if a limit is 0, or one of operations is over {@link #MAX_IOPS}
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

    @Override
    public Controller controller() {
        return Controller.BLKIO;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.blkio().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private final SortedMap<DeviceNumber, Limit<DataSize>> readBps = new TreeMap<>();
        private final SortedMap<DeviceNumber, Limit<DataSize>> writeBps = new TreeMap<>();
        private final SortedMap<DeviceNumber, Limit<Long>> readIops = new TreeMap<>();
        private final SortedMap<DeviceNumber, Limit<Long>> writeIops = new TreeMap<>();
        private final SortedMap<DeviceNumber, Optional<BlkioWeight>> deviceWeights = new TreeMap<>();
        private Optional<BlkioWeight> weight = Optional.empty();

        private Builder() {}

        /**
         * Limits the bytes that members read from a disk; reads from the file cache are free. On v1 each group is limited by
         * itself: members of the groups below are not held back, unless those groups have limits too.
         *
         * @param device a whole disk
         * @param limit bytes per second, at least 1, default unlimited; v1 {@code blkio.throttle.read_bps_device}
         *     (unlimited is 0), v2 {@code io.max} with {@code rbps}
         * @return this
         * @throws InvalidValueException if it is 0
         */
        public Builder readBps(DeviceNumber device, Limit<DataSize> limit) {
            checkBps(limit);
            readBps.put(device, limit);
            return this;
        }

        /**
         * Limits the bytes that members write to a disk, of each group by itself as {@link #readBps} does. On v1 it applies
         * to writes past the file cache ({@code O_DIRECT}); the kernel writes the cache back on its own account.
         *
         * @param device a whole disk
         * @param limit bytes per second, at least 1, default unlimited; v1 {@code blkio.throttle.write_bps_device}
         *     (unlimited is 0), v2 {@code io.max} with {@code wbps}
         * @return this
         * @throws InvalidValueException if it is 0
         */
        public Builder writeBps(DeviceNumber device, Limit<DataSize> limit) {
            checkBps(limit);
            writeBps.put(device, limit);
            return this;
        }

        /**
         * Limits the read operations of members on a disk, of each group by itself as {@link #readBps} does.
         *
         * @param device a whole disk
         * @param limit operations per second, 1 to {@link BlkioSpec#MAX_IOPS}, default unlimited; v1
         *     {@code blkio.throttle.read_iops_device} (unlimited is 0), v2 {@code io.max} with {@code riops}
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
         * @param limit operations per second, 1 to {@link BlkioSpec#MAX_IOPS}, default unlimited; v1
         *     {@code blkio.throttle.write_iops_device} (unlimited is 0), v2 {@code io.max} with {@code wiops}
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
         * Sets the weight on every disk that has none of its own. It counts where the disk's scheduler is the one of
         * {@link BlkioController#weightScale()}.
         *
         * @param weight 1 to 1000, default 100 with BFQ; 10 to 1000, default 500 with CFQ; v1 {@code blkio.weight} where
         *     the kernel has it, otherwise {@code blkio.bfq.weight}; v2 {@code io.bfq.weight}
         * @return this
         */
        public Builder weight(BlkioWeight weight) {
            this.weight = Optional.of(weight);
            return this;
        }

        /**
         * Sets the weight on one disk.
         *
         * @param device a whole disk, whose scheduler is the one of {@link BlkioController#weightScale()}
         * @param weight see {@link #weight(BlkioWeight)}; v1 {@code blkio.weight_device} where the kernel has it, otherwise
         *     {@code blkio.bfq.weight_device}, since Linux 5.4
         * @return this
         */
        public Builder weight(DeviceNumber device, BlkioWeight weight) {
            deviceWeights.put(device, Optional.of(weight));
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
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public BlkioSpec build() {
            return new BlkioSpec(readBps, writeBps, readIops, writeIops, weight, deviceWeights);
        }
    }
}
