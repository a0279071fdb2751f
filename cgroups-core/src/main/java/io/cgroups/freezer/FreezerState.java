package io.cgroups.freezer;

/** Whether the members of a group run; {@code freezer.state} on v1. */
public enum FreezerState {
    /** They run. */
    THAWED,
    /** They are to stop, and some have not yet. */
    FREEZING,
    /** None runs; a group without members is frozen as well. */
    FROZEN
}
