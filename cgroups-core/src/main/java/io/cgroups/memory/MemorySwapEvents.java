package io.cgroups.memory;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How often things happened to the swap of a group, with the groups below, since it was made; v2
 * {@code memory.swap.events}. What the kernel does not report is empty. Immutable.
 *
 * @param high swap was over {@code memory.swap.high}, since Linux 5.8
 * @param max swap was about to exceed {@code memory.swap.max}, so that nothing was swapped out
 * @param failures nothing was swapped out because of the limit or because there is no swap left
 * @param all every line by its key
 */
public record MemorySwapEvents(OptionalLong high, OptionalLong max, OptionalLong failures, Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param high see the record
     * @param max see the record
     * @param failures see the record
     * @param all see the record
     */
    public MemorySwapEvents {
        all = ImmutableMap.copyOf(all);
    }

    /**
     * A line, for what this class has no name for.
     *
     * @param key its key
     * @return its number, empty when the kernel does not report it
     */
    public OptionalLong raw(String key) {
        Long value = all.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
