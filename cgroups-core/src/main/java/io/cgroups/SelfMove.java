package io.cgroups;

/**
 * This JVM, moved into a group for a while: see {@link Cgroup#moveSelf} and {@link Cgroups#moveSelf}.
 *
 * <p>Closing takes it back to the groups it came from, one in each hierarchy of this group. Threads that were in other groups
 * than the process return to those, if they still live; all others, wherever they are by then, go where the process goes. On
 * the unified hierarchy what has been enabled on the way from the former group to this one is disabled first, because a group
 * that enables controllers takes no processes; that ends the limits of this group. What the move made is removed, with
 * groups that have been made below it.
 *
 * <p>Moves within moves are closed in reverse, as try-with-resources does. What has been started inside stays inside, so it
 * is to be ended, or moved, before.
 *
 * <p>May be shared between threads; undoing twice does nothing the second time. After an exception it can be tried again.
 */
public interface SelfMove extends AutoCloseable {

    /**
     * The group this JVM was moved into.
     *
     * @return the group
     */
    Cgroup group();

    /**
     * Takes this JVM back. Before anything is changed, it is made sure that this can be done.
     *
     * @throws IllegalStateException if this JVM is not in the group any more, because a later move has not been closed yet, or
     *     somebody else has moved it; nothing was changed
     * @throws CgroupNotFoundException if a former group is gone; nothing was changed. If only that of a thread is gone,
     *     all else is done
     * @throws CgroupBusyException if there are others in the group that would lose their limits, or other groups rely on
     *     controllers that the former group has come to enable; nothing was changed
     * @throws CgroupIoException if the kernel refuses another step; what was done before it stays done
     */
    void undo();

    /** The same as {@link #undo}. */
    @Override
    default void close() {
        undo();
    }
}
