package io.cgroups.examples.agent.watch;

import java.util.List;
import java.util.Optional;

/**
 * All groups at the last look. Immutable.
 *
 * @param time when, in milliseconds since 1970; 0 before the first look
 * @param groups in the order of the tree, the base first
 * @param leftOut how many there are at least that are not looked at, because there are too many
 * @param problem why nothing can be seen, empty when all is well
 */
public record Snapshot(long time, List<GroupState> groups, int leftOut, Optional<String> problem) {
    static final Snapshot NONE = new Snapshot(0, List.of(), 0, Optional.empty());

    /**
     * Copies the list.
     *
     * @param time see the record
     * @param groups see the record
     * @param leftOut see the record
     * @param problem see the record
     */
    public Snapshot {
        groups = List.copyOf(groups);
    }
}
