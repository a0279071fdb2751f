package io.cgroups.memory;

import com.google.common.collect.ImmutableMap;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The memory of a group at one moment; what the kernel does not report is empty. Immutable.
 *
 * @param usage memory in use by the group and those below, file cache included; v1 {@code memory.usage_in_bytes}, v2
 *     {@code memory.current}
 * @param peak the largest usage since the group was made or, on v1, the peak was reset; v1
 *     {@code memory.max_usage_in_bytes}, v2 {@code memory.peak} since Linux 5.19
 * @param failures how often the limit of this group was reached; see {@link MemoryController#failures}
 * @param hierarchicalMax the smallest limit of the group and those above; v1 {@code hierarchical_memory_limit} of
 *     {@code memory.stat}, v2 the smallest {@code memory.max} up to the root of the mount
 * @param own what memory of the group itself is used for; empty on v2, where the kernel only counts it with the groups below
 * @param total what memory of the group and of those below is used for
 * @param swap the swap of the group with those below
 * @param all every line of {@code memory.stat} by its key, unconverted
 */
public record MemoryStats(
        DataSize usage,
        Optional<DataSize> peak,
        OptionalLong failures,
        Optional<Limit<DataSize>> hierarchicalMax,
        Optional<MemoryParts> own,
        MemoryParts total,
        MemorySwapStats swap,
        Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param usage see the record
     * @param peak see the record
     * @param failures see the record
     * @param hierarchicalMax see the record
     * @param own see the record
     * @param total see the record
     * @param swap see the record
     * @param all see the record
     */
    public MemoryStats {
        all = ImmutableMap.copyOf(all);
    }

    /**
     * What cannot be taken back without harm, as dashboards of containers count it: the usage without the file cache that is
     * reclaimed first, of the group with those below; v1 {@code total_inactive_file}, v2 {@code inactive_file}.
     *
     * @return the difference, not below 0 although both numbers are read one after the other; empty when the kernel does not
     *     report that file cache
     */
    public Optional<DataSize> workingSet() {
        return total.inactiveFile().map(inactive -> DataSize.ofBytes(Math.max(0, usage.bytes() - inactive.bytes())));
    }

    /**
     * Memory that is no file cache, of the group with those below; v1 {@code total_rss}, v2 {@code anon}.
     *
     * @return the same as {@code rss} of {@link #total}; empty when the kernel does not report it
     */
    public Optional<DataSize> anonymous() {
        return total.rss();
    }

    /**
     * A line of {@code memory.stat}, unconverted: most are bytes, {@code pg} and {@code workingset} lines are counts.
     *
     * @param key its key
     * @return its number, empty when the kernel does not report it
     */
    public OptionalLong raw(String key) {
        Long value = all.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
