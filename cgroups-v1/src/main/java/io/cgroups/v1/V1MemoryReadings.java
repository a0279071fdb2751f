package io.cgroups.v1;

import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryNumaStats;
import io.cgroups.memory.MemoryParts;
import io.cgroups.memory.MemoryStats;
import io.cgroups.memory.MemorySwapStats;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.GroupSnapshot;
import io.cgroups.spi.NodeKeyed;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What v1 accounts of the memory of a group. */
record V1MemoryReadings(GroupDir dir) {
    static final String USAGE = "memory.usage_in_bytes";
    static final String PEAK = "memory.max_usage_in_bytes";
    static final String FAILURES = "memory.failcnt";
    static final String MEMSW_USAGE = "memory.memsw.usage_in_bytes";
    static final String MEMSW_PEAK = "memory.memsw.max_usage_in_bytes";
    static final String MEMSW_FAILURES = "memory.memsw.failcnt";
    static final String NUMA_STAT = "memory.numa_stat";

    private static final String STAT = "memory.stat";
    private static final String HIERARCHICAL_LIMIT = "hierarchical_memory_limit";
    private static final String TOTAL = "total_";

    DataSize usage() {
        return DataSize.ofBytes(dir.readNumber(USAGE));
    }

    DataSize peak() {
        return DataSize.ofBytes(dir.readNumber(PEAK));
    }

    Optional<DataSize> swapUsage() {
        return parts(dir.readFlatKeyed(STAT), TOTAL).swap();
    }

    /** The smallest limits of a group and those above that account it, as the kernel has found them. */
    record Hierarchical(Limit<DataSize> max, Limit<DataSize> memoryPlusSwapMax) {}

    Hierarchical hierarchical() {
        FlatKeyed stat = dir.readFlatKeyed(STAT);
        OptionalLong both = stat.find("hierarchical_memsw_limit");
        return new Hierarchical(
                V1Sizes.limit(stat.require(HIERARCHICAL_LIMIT)),
                both.isPresent() ? V1Sizes.limit(both.getAsLong()) : Limit.unlimited());
    }

    MemoryStats stats() {
        // In this order no peak is below what is in use now; the file that is always there comes last.
        DataSize usage = usage();
        GroupSnapshot files = new GroupSnapshot(dir);
        Optional<DataSize> peak = files.findSize(PEAK);
        OptionalLong failures = files.findCount(FAILURES);
        Optional<DataSize> memswUsage = files.findSize(MEMSW_USAGE);
        Optional<DataSize> memswPeak = files.findSize(MEMSW_PEAK);
        OptionalLong memswFailures = files.findCount(MEMSW_FAILURES);
        FlatKeyed stat = files.readFlatKeyed(STAT);
        MemoryParts total = parts(stat, TOTAL);
        return files.of(new MemoryStats(
                usage,
                peak,
                failures,
                Optional.ofNullable(stat.all().get(HIERARCHICAL_LIMIT)).map(V1Sizes::limit),
                Optional.of(parts(stat, "")),
                total,
                new MemorySwapStats(
                        total.swap(), Optional.empty(), Optional.empty(), memswUsage, memswPeak, memswFailures),
                stat.all()));
    }

    private static MemoryParts parts(FlatKeyed stat, String prefix) {
        return new MemoryParts(
                size(stat.all(), prefix + "cache"),
                size(stat.all(), prefix + "rss"),
                size(stat.all(), prefix + "mapped_file"),
                size(stat.all(), prefix + "inactive_file"),
                size(stat.all(), prefix + "shmem"),
                size(stat.all(), prefix + "swap"));
    }

    private static Optional<DataSize> size(Map<String, Long> values, String key) {
        return Optional.ofNullable(values.get(key)).map(DataSize::ofBytes);
    }

    MemoryEvents localEvents() {
        GroupSnapshot files = new GroupSnapshot(dir);
        Optional<FlatKeyed> control = files.findFlatKeyed(V1Memory.OOM_CONTROL);
        return files.of(new MemoryEvents(
                OptionalLong.empty(),
                OptionalLong.empty(),
                files.findCount(FAILURES),
                OptionalLong.empty(),
                control.map(lines -> lines.find("oom_kill")).orElse(OptionalLong.empty()),
                OptionalLong.empty(),
                control.map(FlatKeyed::all).orElse(Map.of())));
    }

    /** The file counts pages. */
    MemoryNumaStats numaStats(String text) {
        OptionalLong page = V1Sizes.findPage(dir);
        Map<Integer, MemoryNumaStats.Node> nodes = new TreeMap<>();
        NodeKeyed.parse(dir.file(NUMA_STAT), text)
                .forEach((node, pages) -> nodes.put(
                        node,
                        new MemoryNumaStats.Node(
                                bytes(pages, "hierarchical_file", page),
                                bytes(pages, "hierarchical_anon", page),
                                bytes(pages, "hierarchical_unevictable", page),
                                pages)));
        return new MemoryNumaStats(nodes);
    }

    private static Optional<DataSize> bytes(Map<String, Long> pages, String key, OptionalLong page) {
        Long number = pages.get(key);
        return number == null || page.isEmpty()
                ? Optional.empty()
                : Optional.of(DataSize.ofBytes(number * page.getAsLong()));
    }
}
