package io.cgroups;

import java.util.Optional;

/**
 * The processes of an inner group, moved into a leaf below it.
 *
 * <p>Closing undoes it, and disables controllers again: to keep them, do not close it. A group of the name {@value #LEAF}
 * that is there already is used; undoing empties and removes it.
 *
 * <p>May be shared between threads; undoing twice does nothing the second time.
 */
public interface Evacuation extends AutoCloseable {
    /** The name of the leaf. */
    String LEAF = "evacuated";

    /**
     * The group the processes are in now.
     *
     * @return the leaf, empty where nothing had to be moved
     */
    Optional<Cgroup> leaf();

    /**
     * Takes it back: controllers that were enabled in the group since are disabled, all processes of the leaf return, and
     * the leaf is removed.
     *
     * @throws CgroupBusyException if a group below still enables such a controller for its own children; nothing was changed
     * @throws CgroupIoException if the kernel refuses another step
     */
    void undo();

    /** The same as {@link #undo}. */
    @Override
    default void close() {
        undo();
    }
}
