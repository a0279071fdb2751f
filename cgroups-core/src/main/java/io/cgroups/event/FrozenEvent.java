package io.cgroups.event;

import io.cgroups.Cgroup;
import java.util.Objects;

/**
 * All members stopped, or may go on. Immutable.
 *
 * @param group the group
 * @param frozen whether all members stand still now, for whichever group above was frozen
 */
public record FrozenEvent(Cgroup group, boolean frozen) {

    /**
     * Checks that no part is null.
     *
     * @param group see the record
     * @param frozen see the record
     * @throws NullPointerException if a part is null
     */
    public FrozenEvent {
        Objects.requireNonNull(group, "group");
    }
}
