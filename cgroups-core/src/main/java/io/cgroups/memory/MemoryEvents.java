package io.cgroups.memory;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How often things happened to the memory of a group since it was made; v2 {@code memory.events} and
 * {@code memory.events.local}. What the kernel does not report is empty. Immutable.
 *
 * <p>Each is counted where it happened: reaching a limit in the group that has the limit, a kill in the group of the victim.
 *
 * @param low memory below {@code memory.low} was reclaimed all the same, because too much is protected
 * @param high members were slowed down for being over {@code memory.high}
 * @param max usage was about to exceed {@code memory.max}, and memory was reclaimed; on v1 {@code memory.failcnt}
 * @param oom that did not free enough, and an allocation was about to fail
 * @param oomKills members killed for want of memory, v2 since Linux 4.13; on v1 {@code oom_kill} of
 *     {@code memory.oom_control}
 * @param oomGroupKills times the group was killed as a whole, since Linux 5.17
 * @param all every line by its key
 */
public record MemoryEvents(
        OptionalLong low,
        OptionalLong high,
        OptionalLong max,
        OptionalLong oom,
        OptionalLong oomKills,
        OptionalLong oomGroupKills,
        Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param low see the record
     * @param high see the record
     * @param max see the record
     * @param oom see the record
     * @param oomKills see the record
     * @param oomGroupKills see the record
     * @param all see the record
     */
    public MemoryEvents {
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
