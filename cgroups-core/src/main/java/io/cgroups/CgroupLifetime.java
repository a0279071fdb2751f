package io.cgroups;

/** Stopping and killing the members of a group, and removing it. */
public sealed interface CgroupLifetime permits Cgroup {

    /**
     * Stops all members of this group and of those below, and waits until they stand still, 10 seconds at the most; see
     * {@link io.cgroups.freezer.FreezerController#freeze(java.time.Duration)}.
     *
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws IllegalStateException if the calling JVM is a member and would stop itself
     * @throws CgroupTimeoutException if some cannot be stopped in time; they go on
     */
    Cgroup freeze();

    /**
     * Lets all members go on that {@link #freeze()} has stopped; see
     * {@link io.cgroups.freezer.FreezerController#thaw(java.time.Duration)}.
     *
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws CgroupTimeoutException if a group above is frozen too and stays so for 10 seconds
     */
    Cgroup thaw();

    /**
     * Kills every process of this group and of those below, and waits until they are gone, 10 seconds at the most. The
     * group may be frozen; afterwards it is not.
     *
     * @return this
     * @throws IllegalStateException if the calling JVM is a member
     * @throws CgroupTimeoutException if some are still there: uninterruptible ones, on v1 all while a group above is
     *     frozen, and on v2 those of a foreign pid namespace, which v1 does not list; what was killed dies as soon as it
     *     can
     */
    Cgroup kill();

    /**
     * Removes this group and those below from every hierarchy. Waits up to 2 seconds while the kernel still buries
     * members that have just died. A group that is gone already is no error.
     *
     * @throws CgroupBusyException if it, or one below, has members; nothing was removed, unless they are of a foreign pid
     *     namespace and v1 does not list them: then those below may be gone
     */
    void delete();
}
