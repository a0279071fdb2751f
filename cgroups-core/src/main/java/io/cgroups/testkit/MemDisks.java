package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The block devices of the in-memory kernel, and what sysfs says about them: the disks {@code sda} (8:0), whose scheduler
 * is none and which has a partition (8:1), and {@code sdb} (8:16), whose scheduler is bfq.
 */
final class MemDisks {
    static final Path SYS = Path.of("/sys/dev/block");

    private static final Path DEVICES = Path.of("/sys/devices/virtual/block");
    private static final DeviceNumber BFQ_DISK = new DeviceNumber(8, 16);
    private static final Map<DeviceNumber, Path> LINKS = new TreeMap<>(Map.of(
            new DeviceNumber(8, 0),
            DEVICES.resolve("sda"),
            new DeviceNumber(8, 1),
            DEVICES.resolve("sda/sda1"),
            BFQ_DISK,
            DEVICES.resolve("sdb")));

    private MemDisks() {}

    /** Finds a disk; devices that are not there, and partitions, are refused. */
    static DeviceNumber requireDisk(String number) {
        return LINKS.keySet().stream()
                .filter(device -> device.toString().equals(number) && !isPartition(device))
                .findFirst()
                .orElseThrow(() -> new KernelRefusal(Errno.ENODEV));
    }

    static boolean hasBfq(DeviceNumber disk) {
        return disk.equals(BFQ_DISK);
    }

    private static boolean isPartition(DeviceNumber device) {
        return LINKS.containsKey(device)
                && !DEVICES.equals(resolve(link(device)).getParent());
    }

    private static Path link(DeviceNumber device) {
        return SYS.resolve(device.toString());
    }

    static boolean holds(Path path) {
        return path.startsWith(SYS) || path.startsWith(DEVICES);
    }

    static List<String> links() {
        return LINKS.keySet().stream().map(DeviceNumber::toString).toList();
    }

    /** Where a link of a device leads; any other path leads to itself. */
    static Path resolve(Path path) {
        return LINKS.entrySet().stream()
                .filter(entry -> link(entry.getKey()).equals(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(path);
    }

    static boolean exists(Path path) {
        return LINKS.keySet().stream()
                .anyMatch(device -> path.equals(link(device))
                        || (isPartition(device) && path.equals(link(device).resolve("partition"))));
    }

    static String read(Path file) {
        return LINKS.keySet().stream()
                .filter(device -> !isPartition(device))
                .filter(device ->
                        resolve(link(device)).resolve("queue/scheduler").equals(file))
                .map(device -> hasBfq(device) ? "none mq-deadline [bfq]" : "[none] mq-deadline bfq")
                .findFirst()
                .orElseGet(() -> number(file));
    }

    private static String number(Path file) {
        return LINKS.entrySet().stream()
                .filter(entry -> entry.getValue().resolve("dev").equals(file))
                .map(entry -> entry.getKey().toString())
                .findFirst()
                .orElseThrow(() -> new KernelRefusal(Errno.ENOENT));
    }
}
