package io.cgroups.event;

import io.cgroups.Cgroup;
import io.cgroups.unit.DataSize;
import java.util.Objects;

/**
 * The memory in use has crossed a threshold. Immutable.
 *
 * @param group the group
 * @param threshold what was asked for
 * @param reached true when the usage has risen to the threshold or over it, false when it has fallen below
 * @param usage the usage that showed it
 */
public record MemoryThresholdEvent(Cgroup group, DataSize threshold, boolean reached, DataSize usage) {

    /**
     * Checks that no part is null.
     *
     * @param group see the record
     * @param threshold see the record
     * @param reached see the record
     * @param usage see the record
     * @throws NullPointerException if a part is null
     */
    public MemoryThresholdEvent {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(usage, "usage");
    }
}
