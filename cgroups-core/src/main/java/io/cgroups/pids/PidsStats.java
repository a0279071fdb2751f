package io.cgroups.pids;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The processes and threads of a group with those below at one moment. Immutable.
 *
 * @param current how many there are ({@code pids.current})
 * @param peak the most there were since the group was made ({@code pids.peak}, since Linux 6.1); empty when the kernel does
 *     not report it
 * @param events every line of {@code pids.events} by its key, since Linux 4.8; none when the kernel does not report it
 */
public record PidsStats(long current, OptionalLong peak, Map<String, Long> events) {

    /**
     * Copies the map.
     *
     * @param current see the record
     * @param peak see the record
     * @param events see the record
     */
    public PidsStats {
        events = ImmutableMap.copyOf(events);
    }

    /**
     * How often one more was refused; {@code max} of {@code pids.events}.
     *
     * @return on older kernels how often a member of this group was refused one more, whoever's limit it was; on newer ones, on
     *     v2, how often the limit of this group or of one below refused one; empty when the kernel does not report it
     */
    public OptionalLong refusals() {
        return raw("max");
    }

    /**
     * A line of {@code pids.events}.
     *
     * @param key its key
     * @return its number, empty when the kernel does not report it
     */
    public OptionalLong raw(String key) {
        Long value = events.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
