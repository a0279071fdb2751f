package io.cgroups.blkio;

import io.cgroups.unit.DeviceNumber;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was counted for a group, by disk. Immutable.
 *
 * <p>Several sources can count the same I/O. For each disk the one that is sure to count is taken: the scheduler where it
 * reports the disk, the throttling layer otherwise. What the others say is in {@link #all}.
 *
 * <p>A disk is absent until the group had I/O on it, and on v1 until then or until it has a limit for it.
 *
 * @param devices the group itself, by disk; on v2, which does not count it apart, the same as {@code recursive}
 * @param recursive the group with those below, by disk; a disk is absent where the kernel has no such file, as
 *     old ones for the throttling layer
 * @param all every file of statistics by its name, for example {@code blkio.throttle.io_serviced} or {@code io.stat}
 */
public record BlkioStats(
        Map<DeviceNumber, BlkioDeviceStats> devices,
        Map<DeviceNumber, BlkioDeviceStats> recursive,
        Map<String, Map<DeviceNumber, IoCounts>> all) {

    /**
     * Copies the maps.
     *
     * @param devices see the record
     * @param recursive see the record
     * @param all see the record
     */
    public BlkioStats {
        devices = Collections.unmodifiableMap(new TreeMap<>(devices));
        recursive = Collections.unmodifiableMap(new TreeMap<>(recursive));
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /**
     * The group itself on one disk.
     *
     * @param device the disk
     * @return the statistics, empty when nothing was counted for the disk
     */
    public Optional<BlkioDeviceStats> device(DeviceNumber device) {
        return Optional.ofNullable(devices.get(device));
    }

    /**
     * One file of statistics, unconverted.
     *
     * @param file its name, for example {@code blkio.throttle.io_serviced}
     * @return the numbers by disk, empty when the kernel has no such file
     */
    public Optional<Map<DeviceNumber, IoCounts>> raw(String file) {
        return Optional.ofNullable(all.get(file));
    }
}
