package io.cgroups.event;

import io.cgroups.Cgroup;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Memory ran out. The numbers are of what happened since the event before, or since the subscription. What the kernel does
 * not report is empty. On v1 the kernel tells before it kills, so there an event without a kill is usual, and one with the
 * kill follows. Immutable.
 *
 * @param group the group
 * @param ooms how often a limit was reached and nothing could be reclaimed; 0 when only a kill is new
 * @param kills how many members were killed for it, since Linux 4.13
 * @param groupKills how often a group was killed as a whole, on v2 since Linux 5.17
 */
public record OomEvent(Cgroup group, long ooms, OptionalLong kills, OptionalLong groupKills) {

    /**
     * Checks that no part is null.
     *
     * @param group see the record
     * @param ooms see the record
     * @param kills see the record
     * @param groupKills see the record
     * @throws NullPointerException if a part is null
     */
    public OomEvent {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kills, "kills");
        Objects.requireNonNull(groupKills, "groupKills");
    }

    /**
     * How many members were killed, for who does not ask whether the kernel reports it.
     *
     * @return {@link #kills}, 0 when none was killed yet or the kernel does not report it
     */
    public long killed() {
        return kills.orElse(0);
    }
}
