package io.cgroups.v1;

import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryNumaStats;
import io.cgroups.memory.MemoryParts;
import io.cgroups.memory.MemoryStats;
import io.cgroups.memory.MemorySwapStats;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelSizes;
import io.cgroups.spi.NodeKeyed;
import io.cgroups.unit.DataSize;
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

    MemoryStats stats() {
        FlatKeyed stat = dir.readFlatKeyed(STAT);
        MemoryParts total = parts(stat, TOTAL);
        return new MemoryStats(
                usage(),
                KernelSizes.find(dir, PEAK),
                KernelSizes.findCount(dir, FAILURES),
                Optional.ofNullable(stat.all().get("hierarchical_memory_limit")).map(V1Sizes::limit),
                Optional.of(parts(stat, "")),
                total,
                new MemorySwapStats(
                        total.swap(),
                        Optional.empty(),
                        Optional.empty(),
                        KernelSizes.find(dir, MEMSW_USAGE),
                        KernelSizes.find(dir, MEMSW_PEAK),
                        KernelSizes.findCount(dir, MEMSW_FAILURES)),
                stat.all());
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
        Optional<FlatKeyed> control = dir.readIfPresent(V1Memory.OOM_CONTROL)
                .map(text -> FlatKeyed.parse(dir.file(V1Memory.OOM_CONTROL), text));
        return new MemoryEvents(
                OptionalLong.empty(),
                OptionalLong.empty(),
                KernelSizes.findCount(dir, FAILURES),
                OptionalLong.empty(),
                control.map(lines -> lines.find("oom_kill")).orElse(OptionalLong.empty()),
                OptionalLong.empty(),
                control.map(FlatKeyed::all).orElse(Map.of()));
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
