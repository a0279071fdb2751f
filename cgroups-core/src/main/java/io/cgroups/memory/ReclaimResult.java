package io.cgroups.memory;

/** How {@link MemoryController#reclaim} went. */
public enum ReclaimResult {
    /** The kernel reclaimed as much as was asked for, or more. */
    COMPLETE,
    /** The kernel reclaimed less than was asked for, perhaps nothing ({@code EAGAIN}). */
    INCOMPLETE
}
