package io.cgroups.memory;

import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The memory of a group at one moment.
 *
 * <p>Usage, peak and failures are of the group with those below. The lines of {@code memory.stat} are of the group itself
 * on v1, where those that start with {@code total_} include the groups below. Immutable.
 *
 * @param usage memory in use, file cache included (v1 {@code memory.usage_in_bytes})
 * @param peak the largest usage since the group was made or the peak was reset (v1 {@code memory.max_usage_in_bytes})
 * @param failures how often the limit was reached (v1 {@code memory.failcnt})
 * @param memoryPlusSwapUsage memory and swap in use (v1 {@code memory.memsw.usage_in_bytes}); empty when the kernel does
 *     not account swap
 * @param memoryPlusSwapPeak the largest usage of memory and swap (v1 {@code memory.memsw.max_usage_in_bytes})
 * @param memoryPlusSwapFailures how often the limit of memory and swap was reached (v1 {@code memory.memsw.failcnt})
 * @param hierarchicalMax the smallest limit of the group and those above (v1 {@code
 *     hierarchical_memory_limit}); empty when the kernel does not report it
 * @param all every line of {@code memory.stat} by its key, unconverted
 */
public record MemoryStats(
        DataSize usage,
        Optional<DataSize> peak,
        OptionalLong failures,
        Optional<DataSize> memoryPlusSwapUsage,
        Optional<DataSize> memoryPlusSwapPeak,
        OptionalLong memoryPlusSwapFailures,
        Optional<Limit<DataSize>> hierarchicalMax,
        Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param usage see the record
     * @param peak see the record
     * @param failures see the record
     * @param memoryPlusSwapUsage see the record
     * @param memoryPlusSwapPeak see the record
     * @param memoryPlusSwapFailures see the record
     * @param hierarchicalMax see the record
     * @param all see the record
     */
    public MemoryStats {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /**
     * File cache, tmpfs and shared memory included, of the group itself; v1 {@code cache}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> cache() {
        return size("cache");
    }

    /**
     * Memory of members that is no file cache, of the group itself; v1 {@code rss}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> rss() {
        return size("rss");
    }

    /**
     * File cache that members have mapped, of the group itself; v1 {@code mapped_file}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> mappedFile() {
        return size("mapped_file");
    }

    /**
     * Memory that is swapped out, of the group itself; v1 {@code swap}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> swap() {
        return size("swap");
    }

    /**
     * File cache that is reclaimed first, of the group itself; v1 {@code inactive_file}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> inactiveFile() {
        return size("inactive_file");
    }

    /**
     * File cache, tmpfs and shared memory included, with the groups below; v1 {@code total_cache}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> totalCache() {
        return size("total_cache");
    }

    /**
     * Memory of members that is no file cache, with the groups below; v1 {@code total_rss}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> totalRss() {
        return size("total_rss");
    }

    /**
     * File cache that members have mapped, with the groups below; v1 {@code total_mapped_file}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> totalMappedFile() {
        return size("total_mapped_file");
    }

    /**
     * Memory that is swapped out, with the groups below; v1 {@code total_swap}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> totalSwap() {
        return size("total_swap");
    }

    /**
     * File cache that is reclaimed first, with the groups below; v1 {@code total_inactive_file}.
     *
     * @return the size, empty when the kernel does not report it
     */
    public Optional<DataSize> totalInactiveFile() {
        return size("total_inactive_file");
    }

    /**
     * A line of {@code memory.stat}, unconverted.
     *
     * @param key its key
     * @return its number, empty when the kernel does not report it
     */
    public OptionalLong raw(String key) {
        Long value = all.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private Optional<DataSize> size(String key) {
        return Optional.ofNullable(all.get(key)).map(DataSize::ofBytes);
    }
}
