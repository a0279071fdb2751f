package io.cgroups;

/**
 * A group that goes away with the block that made it, or with {@link Cgroups#reapOrphans()} when the JVM is killed inside of
 * it. Closing twice does nothing the second time.
 *
 * <p>Safe for use by many threads.
 */
public final class ScopedCgroup implements AutoCloseable {
    private final Cgroup group;
    private final OnClose onClose;
    private final boolean marked;
    private boolean closed;

    ScopedCgroup(Cgroup group, OnClose onClose, boolean marked) {
        this.group = group;
        this.onClose = onClose;
        this.marked = marked;
    }

    /**
     * The group.
     *
     * @return the group
     */
    public Cgroup group() {
        return group;
    }

    /**
     * Whether the group says in every hierarchy that this JVM owns it, so that {@link Cgroups#reapOrphans()} removes it should
     * this JVM die before closing it. The mark is the extended attribute {@code user.io.cgroups.owner.ID} of its directories.
     *
     * @return false before Linux 5.7, where the caller may not set attributes, and for a group that was there before and had no
     *     owner
     */
    public boolean isMarked() {
        return marked;
    }

    /**
     * Empties the group as was agreed, and removes it and the groups below.
     *
     * @throws CgroupBusyException if members are left; the group stays and closing can be tried again
     * @throws CgroupTimeoutException if members cannot be killed in time; closing can be tried again
     * @throws IllegalStateException if members are to be killed and the calling JVM is one
     * @throws CgroupIoException if the kernel refuses
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        switch (onClose) {
            case KILL -> group.kill();
            case MOVE_TO_PARENT -> group.moveMembersToParent();
            case FAIL_IF_BUSY -> {}
        }
        group.delete();
        closed = true;
    }
}
