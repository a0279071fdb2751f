package io.cgroups.blkio;

import io.cgroups.unit.DataSize;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What was counted for one disk. Immutable.
 *
 * <p>Every source counts bytes and operations. The rest is there with CFQ, and with BFQ where the kernel is built to
 * debug it ({@code CONFIG_BFQ_CGROUP_DEBUG}). v2 has bytes and operations under these names too, and what else it
 * reports as a number, for example {@code cost.usage}, under the kernel's.
 *
 * @param source who counted
 * @param all every statistic by its name without the prefix of the source and without {@code _recursive}, for example
 *     {@code io_service_bytes}
 */
public record BlkioDeviceStats(BlkioSource source, Map<String, IoCounts> all) {

    /**
     * Copies the map.
     *
     * @param source see the record
     * @param all see the record
     */
    public BlkioDeviceStats {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /**
     * Bytes transferred; {@code io_service_bytes}.
     *
     * @return the bytes, empty when the kernel does not report them
     */
    public Optional<IoCounts> bytes() {
        return raw("io_service_bytes");
    }

    /**
     * Bytes read.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> bytesRead() {
        return bytes().map(IoCounts::read).flatMap(BlkioDeviceStats::size);
    }

    /**
     * Bytes written.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> bytesWritten() {
        return bytes().map(IoCounts::write).flatMap(BlkioDeviceStats::size);
    }

    private static Optional<DataSize> size(OptionalLong bytes) {
        return bytes.isPresent() ? Optional.of(DataSize.ofBytes(bytes.getAsLong())) : Optional.empty();
    }

    /**
     * Operations carried out; {@code io_serviced}.
     *
     * @return the operations, empty when the kernel does not report them
     */
    public Optional<IoCounts> operations() {
        return raw("io_serviced");
    }

    /**
     * Operations that became part of another; {@code io_merged}.
     *
     * @return the operations, empty when the kernel does not report them
     */
    public Optional<IoCounts> merged() {
        return raw("io_merged");
    }

    /**
     * Operations that wait at this moment; {@code io_queued}.
     *
     * @return the operations, empty when the kernel does not report them
     */
    public Optional<IoCounts> queued() {
        return raw("io_queued");
    }

    /**
     * The time from giving operations to the disk to their end, summed up; {@code io_service_time}.
     *
     * @return nanoseconds, more than time has passed where a disk works on several at once; empty when the kernel does not
     *     report them
     */
    public Optional<IoCounts> serviceNanos() {
        return raw("io_service_time");
    }

    /**
     * The time operations waited in the scheduler, summed up; {@code io_wait_time}.
     *
     * @return nanoseconds, empty when the kernel does not report them
     */
    public Optional<IoCounts> waitNanos() {
        return raw("io_wait_time");
    }

    /**
     * Sectors of 512 bytes transferred; {@code sectors}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong sectors() {
        return number("sectors");
    }

    /**
     * The average number of operations waiting; {@code avg_queue_size}, which needs a kernel built to debug the scheduler.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong averageQueueSize() {
        return number("avg_queue_size");
    }

    private OptionalLong number(String name) {
        return raw(name).map(IoCounts::total).orElse(OptionalLong.empty());
    }

    /**
     * A statistic by its name, unconverted. The unit of {@code time} depends on the kernel, so it has no accessor.
     *
     * @param name for example {@code io_service_bytes}
     * @return the numbers, empty when the kernel does not report them
     */
    public Optional<IoCounts> raw(String name) {
        return Optional.ofNullable(all.get(name));
    }
}
