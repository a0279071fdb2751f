package io.cgroups.v2;

import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryNumaStats;
import io.cgroups.memory.MemoryParts;
import io.cgroups.memory.MemoryStats;
import io.cgroups.memory.MemorySwapEvents;
import io.cgroups.memory.MemorySwapStats;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelSizes;
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
        FlatKeyed stat = dir.readFlatKeyed("memory.stat");
        Optional<DataSize> swap = KernelSizes.find(dir, SWAP_USAGE);
        return new MemoryStats(
                usage,
                KernelSizes.find(dir, PEAK),
                failures(),
                Optional.of(smallestMax()),
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
                        KernelSizes.find(dir, SWAP_PEAK),
                        KernelSizes.find(dir, "memory.zswap.current"),
                        swap.map(size -> DataSize.ofBytes(usage.bytes() + size.bytes())),
                        Optional.empty(),
                        OptionalLong.empty()),
                stat.all());
    }

    /** Up to the root of the mount, which has no limit. */
    private Limit<DataSize> smallestMax() {
        Limit<DataSize> smallest = Limit.unlimited();
        for (Optional<GroupDir> at = Optional.of(dir);
                at.isPresent();
                at = at.get().parent()) {
            GroupDir group = at.get();
            Optional<Limit<DataSize>> max = group.readIfPresent(V2MemoryLimits.MAX)
                    .map(text -> KernelSizes.limit(group.file(V2MemoryLimits.MAX), text, 0));
            if (max.isPresent() && max.get().atMost(smallest)) {
                smallest = max.get();
            }
        }
        return smallest;
    }

    private static Optional<DataSize> size(Map<String, Long> values, String key) {
        return Optional.ofNullable(values.get(key)).map(DataSize::ofBytes);
    }

    /** Before Linux 5.2 the events were those of the group alone, and there was one file. */
    String failuresFile() {
        return dir.has(LOCAL_EVENTS) ? LOCAL_EVENTS : EVENTS;
    }

    private OptionalLong failures() {
        String file = failuresFile();
        return dir.readIfPresent(file).map(text -> events(file, text).max()).orElse(OptionalLong.empty());
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
        return new MemorySwapEvents(events.find("high"), events.find("max"), events.find("fail"));
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
