package io.cgroups.event;

import io.cgroups.Cgroup;
import java.util.Objects;

/**
 * The first member came, or the last one left. Immutable.
 *
 * @param group the group
 * @param populated whether it, or a group below it, has members now
 */
public record PopulatedEvent(Cgroup group, boolean populated) {

    /**
     * Checks that no part is null.
     *
     * @param group see the record
     * @param populated see the record
     * @throws NullPointerException if a part is null
     */
    public PopulatedEvent {
        Objects.requireNonNull(group, "group");
    }
}
