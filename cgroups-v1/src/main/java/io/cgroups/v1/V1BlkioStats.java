package io.cgroups.v1;

import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSource;
import io.cgroups.blkio.BlkioStats;
import io.cgroups.blkio.IoCounts;
import io.cgroups.spi.GroupDir;
import io.cgroups.unit.DeviceNumber;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the statistics of blkio, whichever files this kernel has. */
final class V1BlkioStats {
    private static final String CONTROLLER = "blkio.";
    private static final String RECURSIVE = "_recursive";
    private static final Set<String> STATISTICS = Set.of(
            "io_service_bytes",
            "io_serviced",
            "io_service_time",
            "io_wait_time",
            "io_merged",
            "io_queued",
            "time",
            "unaccounted_time",
            "sectors",
            "avg_queue_size",
            "group_wait_time",
            "idle_time",
            "empty_time",
            "dequeue");

    private final Map<String, Map<DeviceNumber, IoCounts>> files = new TreeMap<>();

    private V1BlkioStats(GroupDir dir, Collection<String> names) {
        for (String file : names) {
            dir.find(file)
                    .ifPresent(text -> files.put(
                            file, V1DeviceTable.parse(dir.file(file), text).devices()));
        }
    }

    /** The names of those that this kernel has. */
    private static Set<String> names(GroupDir dir) {
        // A mount without prefix leaves "blkio." out; the gate to the directory puts up with either.
        return dir.files().files(dir.path()).stream()
                .map(listed -> listed.startsWith(CONTROLLER) ? listed : CONTROLLER + listed)
                .filter(V1BlkioStats::isStatistic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With the groups below where this kernel counts so. */
    static Map<DeviceNumber, BlkioDeviceStats> totals(GroupDir dir) {
        Set<String> names = names(dir);
        String suffix = names.stream().anyMatch(name -> name.endsWith(RECURSIVE)) ? RECURSIVE : "";
        names.removeIf(name -> name.endsWith(RECURSIVE) == suffix.isEmpty());
        return new V1BlkioStats(dir, names).byDevice(suffix);
    }

    private static boolean isStatistic(String file) {
        String name = file.endsWith(RECURSIVE) ? file.substring(0, file.length() - RECURSIVE.length()) : file;
        for (BlkioSource source : BlkioSource.values()) {
            if (name.startsWith(source.prefix())
                    && STATISTICS.contains(name.substring(source.prefix().length()))) {
                return true;
            }
        }
        return false;
    }

    static BlkioStats read(GroupDir dir) {
        V1BlkioStats stats = new V1BlkioStats(dir, names(dir));
        return new BlkioStats(stats.byDevice(""), stats.byDevice(RECURSIVE), stats.files);
    }

    /** For every device the first source that reports it: the schedulers come before the throttling layer. */
    private Map<DeviceNumber, BlkioDeviceStats> byDevice(String suffix) {
        Map<DeviceNumber, BlkioDeviceStats> devices = new TreeMap<>();
        for (BlkioSource source : BlkioSource.values()) {
            bySource(source, suffix)
                    .forEach((device, counts) -> devices.putIfAbsent(device, new BlkioDeviceStats(source, counts)));
        }
        return devices;
    }

    private Map<DeviceNumber, Map<String, IoCounts>> bySource(BlkioSource source, String suffix) {
        Map<DeviceNumber, Map<String, IoCounts>> devices = new TreeMap<>();
        for (String statistic : STATISTICS) {
            files.getOrDefault(source.prefix() + statistic + suffix, Map.of())
                    .forEach((device, counts) -> devices.computeIfAbsent(device, absent -> new TreeMap<>())
                            .put(statistic, counts));
        }
        return devices;
    }
}
