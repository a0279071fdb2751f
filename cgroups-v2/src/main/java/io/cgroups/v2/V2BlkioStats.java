package io.cgroups.v2;

import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSource;
import io.cgroups.blkio.BlkioStats;
import io.cgroups.blkio.IoCounts;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.NestedKeyed;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code io.stat}: {@code 8:0 rbytes=4096 wbytes=0 rios=1 wios=0 dbytes=0 dios=0} and what a kernel adds. A device that
 * the group only has settings for is a line without values, and is left out.
 */
final class V2BlkioStats {
    private static final String STATISTICS = "io.stat";
    private static final String BYTES = "bytes";
    private static final String OPERATIONS = "ios";
    private static final Map<String, String> KINDS = Map.of("r", "Read", "w", "Write", "d", "Discard");

    private V2BlkioStats() {}

    static BlkioStats parse(Path file, String text) {
        Map<DeviceNumber, BlkioDeviceStats> devices = new TreeMap<>();
        Map<DeviceNumber, IoCounts> all = new TreeMap<>();
        V2Blkio.devices(NestedKeyed.parse(file, text).all()).forEach((device, values) -> {
            Map<String, Long> numbers = numbers(file, values);
            if (!numbers.isEmpty()) {
                devices.put(device, new BlkioDeviceStats(BlkioSource.IO, statistics(numbers)));
                all.put(device, new IoCounts(numbers));
            }
        });
        return new BlkioStats(devices, devices, Map.of(STATISTICS, all));
    }

    /** Whole numbers: the cost model adds a percentage, and latency targets add words. */
    private static Map<String, Long> numbers(Path file, Map<String, String> values) {
        Map<String, Long> numbers = new TreeMap<>();
        values.forEach((key, text) -> {
            if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
                numbers.put(key, KernelNumbers.parseCounter(file, text));
            }
        });
        return numbers;
    }

    private static Map<String, IoCounts> statistics(Map<String, Long> numbers) {
        Map<String, Map<String, Long>> statistics = new TreeMap<>();
        numbers.forEach((key, number) -> {
            String kind = KINDS.getOrDefault(key.substring(0, 1), IoCounts.TOTAL);
            switch (key.substring(1)) {
                case BYTES -> add(statistics, "io_service_bytes", kind, number);
                case OPERATIONS -> add(statistics, "io_serviced", kind, number);
                default -> statistics.put(key, Map.of(IoCounts.TOTAL, number));
            }
        });
        Map<String, IoCounts> counts = new TreeMap<>();
        statistics.forEach((name, values) -> counts.put(name, new IoCounts(values)));
        return counts;
    }

    private static void add(Map<String, Map<String, Long>> statistics, String name, String kind, long number) {
        Map<String, Long> counts = statistics.computeIfAbsent(name, absent -> new TreeMap<>());
        counts.put(kind, number);
        counts.merge(IoCounts.TOTAL, number, Long::sum);
    }
}
