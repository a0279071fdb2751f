package io.cgroups.internal.route;

import io.cgroups.spi.GroupDir;

/** What becomes of marks when directories are made or adopted. */
interface Ownership {

    /**
     * Makes a directory.
     *
     * @param isWanted whether it is the one that was asked for, and not one on the way
     * @return false when it was there already
     */
    boolean make(GroupDir dir, boolean isWanted);

    /** Looks at the directory that was asked for and is there already; throws when it may not be had. */
    void adopt(GroupDir existing);

    /** Takes back what was done to directories that have been there before; what cannot be is suppressed by the refusal. */
    default void undo(RuntimeException refusal) {}
}
