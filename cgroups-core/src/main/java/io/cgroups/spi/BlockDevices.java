package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The block devices of a kernel, as sysfs lists them: to say more than "no such device" about one that is refused,
 * and to find out which scheduler a disk runs.
 *
 * @param files the gate
 * @param directory has a link for every device, named by its number
 */
public record BlockDevices(KernelFiles files, Path directory) {
    /** As in {@code mq-deadline [bfq] none}. */
    private static final Pattern CURRENT = Pattern.compile("\\[(.+)]");

    private static final Path SYS_DEV_BLOCK = Path.of("/sys/dev/block");

    /**
     * The block devices behind a gate.
     *
     * @param files the gate
     * @return the devices below {@code /sys/dev/block}
     */
    public static BlockDevices of(KernelFiles files) {
        return new BlockDevices(files, SYS_DEV_BLOCK);
    }

    /**
     * Finds the disks, without partitions.
     *
     * @return the disks, sorted; none where there is no sysfs
     */
    public List<DeviceNumber> disks() {
        try {
            return files.files(directory).stream()
                    .map(DeviceNumber::parse)
                    .filter(device -> !isPartition(device))
                    .sorted()
                    .toList();
        } catch (CgroupIoException e) {
            return List.of();
        }
    }

    private Path link(DeviceNumber device) {
        return directory.resolve(device.toString());
    }

    private boolean isPartition(DeviceNumber device) {
        return files.exists(link(device).resolve("partition"));
    }

    /**
     * Finds the disk that a partition is a part of.
     *
     * @param partition any device
     * @return the disk, empty when the device is no partition or not there
     */
    public Optional<DeviceNumber> diskOf(DeviceNumber partition) {
        if (!isPartition(partition)) {
            return Optional.empty();
        }
        try {
            // The directory of a partition is in that of its disk.
            Path disk = files.resolveLinks(link(partition)).resolveSibling("dev");
            return Optional.of(DeviceNumber.parse(files.read(disk).strip()));
        } catch (CgroupIoException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds the name of a device.
     *
     * @param device the device
     * @return for example {@code sda}; empty when sysfs does not tell
     */
    public Optional<String> name(DeviceNumber device) {
        try {
            return Optional.ofNullable(files.resolveLinks(link(device)).getFileName())
                    .map(Path::toString);
        } catch (CgroupIoException e) {
            return Optional.empty();
        }
    }

    /**
     * Says why the kernel does not take a device for a disk.
     *
     * @param device the device, which was refused with {@code ENODEV}
     * @return that there is no such disk, and which there are
     */
    public String whyNoDisk(DeviceNumber device) {
        return "the kernel knows no disk " + device + known();
    }

    private String known() {
        List<DeviceNumber> disks = disks();
        return disks.isEmpty()
                ? ""
                : "; there are " + disks.stream().map(DeviceNumber::toString).collect(Collectors.joining(", "));
    }

    /**
     * Finds out which I/O scheduler a disk runs.
     *
     * @param disk the disk
     * @return its name, for example {@code bfq}; empty when sysfs does not tell
     */
    public Optional<String> scheduler(DeviceNumber disk) {
        try {
            Matcher current =
                    CURRENT.matcher(files.read(files.resolveLinks(link(disk)).resolve("queue/scheduler")));
            return current.find() ? Optional.of(current.group(1)) : Optional.empty();
        } catch (CgroupIoException e) {
            return Optional.empty();
        }
    }
}
