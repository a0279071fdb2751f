package io.cgroups.v2;

import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemoryNumaStats;
import io.cgroups.memory.MemoryParts;
import io.cgroups.memory.MemoryStats;
import io.cgroups.memory.MemorySwapEvents;
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

/** What v2 accounts of the memory of a group. */
record V2MemoryReadings(GroupDir dir) {
    static final String USAGE = "memory.current";
    static final String PEAK = "memory.peak";
    static final String SWAP_USAGE = "memory.swap.current";
    static final String SWAP_PEAK = "memory.swap.peak";
    static final String EVENTS = "memory.events";
    static final String LOCAL_EVENTS = "memory.events.local";
    static final String SWAP_EVENTS = "memory.swap.events";
    static final String NUMA_STAT = "memory.numa_stat";

    MemoryStats stats(DataSize usage) {
        // In this order no peak is below what is in use now; the file that is always there comes last.
        GroupSnapshot files = new GroupSnapshot(dir);
        Optional<DataSize> peak = files.findSize(PEAK);
        OptionalLong failures = failures(files);
        Optional<DataSize> swap = files.findSize(SWAP_USAGE);
        Optional<DataSize> swapPeak = files.findSize(SWAP_PEAK);
        Optional<DataSize> zswap = files.findSize("memory.zswap.current");
        Limit<DataSize> max = V2MemoryLimits.effective(dir, MemoryLimit.MAX);
        FlatKeyed stat = files.readFlatKeyed("memory.stat");
        return files.of(new MemoryStats(
                usage,
                peak,
                failures,
                Optional.of(max),
                Optional.empty(),
                new MemoryParts(
                        size(stat.all(), "file"),
                        size(stat.all(), "anon"),
                        size(stat.all(), "file_mapped"),
                        size(stat.all(), "inactive_file"),
                        size(stat.all(), "shmem"),
                        swap),
                new MemorySwapStats(
                        swap,
                        swapPeak,
                        zswap,
                        swap.map(size -> DataSize.ofBytes(usage.bytes() + size.bytes())),
                        Optional.empty(),
                        OptionalLong.empty()),
                stat.all()));
    }

    private static Optional<DataSize> size(Map<String, Long> values, String key) {
        return Optional.ofNullable(values.get(key)).map(DataSize::ofBytes);
    }

    /** Before Linux 5.2 the events were those of the group alone, and there was one file. */
    private static OptionalLong failures(GroupSnapshot files) {
        return files.findFlatKeyed(LOCAL_EVENTS)
                .or(() -> files.findFlatKeyed(EVENTS))
                .map(events -> events.find("max"))
                .orElse(OptionalLong.empty());
    }

    MemoryEvents events(String file, String text) {
        FlatKeyed events = FlatKeyed.parse(dir.file(file), text);
        return new MemoryEvents(
                events.find("low"),
                events.find("high"),
                events.find("max"),
                events.find("oom"),
                events.find("oom_kill"),
                events.find("oom_group_kill"),
                events.all());
    }

    MemorySwapEvents swapEvents(String text) {
        FlatKeyed events = FlatKeyed.parse(dir.file(SWAP_EVENTS), text);
        return new MemorySwapEvents(events.find("high"), events.find("max"), events.find("fail"), events.all());
    }

    MemoryNumaStats numaStats(String text) {
        Map<Integer, MemoryNumaStats.Node> nodes = new TreeMap<>();
        NodeKeyed.parse(dir.file(NUMA_STAT), text)
                .forEach((node, bytes) -> nodes.put(
                        node,
                        new MemoryNumaStats.Node(
                                size(bytes, "file"), size(bytes, "anon"), size(bytes, "unevictable"), bytes)));
        return new MemoryNumaStats(nodes);
    }
}
