package io.cgroups;

import io.cgroups.freezer.FreezerController;
import java.time.Duration;

/**
 * Stopping and killing the members of a group, waiting for their end, and removing it.
 *
 * <p>A time limit is for the whole call, over all hierarchies and all groups below. It may be as long as one likes; zero, or
 * less, means to look once and not to wait. Where the kernel tells of changes, by {@code cgroup.events} on v2, the calling
 * thread sleeps until it does; on v1, which tells nothing, it looks again and again, at first after 1 ms and later every 50 ms.
 *
 * <p>But for {@link #awaitEmpty}, which may well take long, an interrupt does not shorten a call and is kept for the caller.
 */
public sealed interface CgroupLifetime permits Cgroup {

    /** How long {@link #freeze()} and {@link #thaw()} wait at the most: 10 seconds. */
    Duration FREEZE_LIMIT = FreezerController.DEFAULT_LIMIT;

    /** How long {@link #kill()} waits at the most: 10 seconds. */
    Duration KILL_LIMIT = Duration.ofSeconds(10);

    /** How long {@link #delete()} waits at the most: 2 seconds. */
    Duration DELETE_LIMIT = Duration.ofSeconds(2);

    /**
     * Stops all members and waits for {@link #FREEZE_LIMIT} at the most; see {@link #freeze(Duration)}.
     *
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws IllegalStateException if the calling JVM is a member and would stop itself
     * @throws CgroupTimeoutException if some cannot be stopped in time; they go on
     */
    default Cgroup freeze() {
        return freeze(FREEZE_LIMIT);
    }

    /**
     * Stops all members of this group and of those below, and waits until they stand still; see
     * {@link FreezerController#freeze(Duration)}.
     *
     * @param limit how long to wait at the most
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws IllegalStateException if the calling JVM is a member and would stop itself; nothing was changed
     * @throws CgroupTimeoutException if some cannot be stopped in time; then this group itself is no longer frozen, or still is
     *     when it was before
     */
    Cgroup freeze(Duration limit);

    /**
     * Lets all members go on and waits for {@link #FREEZE_LIMIT} at the most; see {@link #thaw(Duration)}.
     *
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws CgroupTimeoutException if a group above is frozen too and stays so
     */
    default Cgroup thaw() {
        return thaw(FREEZE_LIMIT);
    }

    /**
     * Lets all members go on that {@link #freeze} has stopped, and waits until they do; see
     * {@link FreezerController#thaw(Duration)}.
     *
     * @param limit how long to wait at the most
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws CgroupTimeoutException if a group above is frozen too and stays so; this one itself is no longer frozen
     */
    Cgroup thaw(Duration limit);

    /**
     * Kills every process and waits for {@link #KILL_LIMIT} at the most; see {@link #kill(Duration)}.
     *
     * @return this
     * @throws IllegalStateException if the calling JVM is a member
     * @throws CgroupTimeoutException if some are still there
     */
    default Cgroup kill() {
        return kill(KILL_LIMIT);
    }

    /**
     * Kills every process of this group and of those below, also those that are forked meanwhile, and waits until they are
     * gone. The group may be frozen; afterwards it is not, nor are those below. Killed at once by {@code cgroup.kill} on v2
     * since Linux 5.14; else one by one, frozen meanwhile where the group has the freezer.
     *
     * @param limit how long to wait at the most; with zero all are killed once, and have hardly the time to die
     * @return this
     * @throws IllegalStateException if the calling JVM is a member; nothing was changed
     * @throws CgroupTimeoutException if some are still there, which the hint names: uninterruptible ones, on v1 all while a group
     *     above is frozen, and on v2 those of a foreign pid namespace, which v1 does not list; what was killed dies as soon as it
     *     can
     */
    Cgroup kill(Duration limit);

    /**
     * Waits until neither this group nor one below it has members, in any of its hierarchies. Zombies do not count, as they are
     * members no longer. A group that is gone has no members. It is only waited for: nobody is killed, and somebody may come in
     * before the caller acts on the answer.
     *
     * <p>On v2 the answer comes as soon as the last one has ended, with a wake-up ten times a second, by which an interrupt is
     * noticed too; on v1 it comes up to 50 ms late.
     *
     * @param limit how long to wait at the most
     * @return false when the time passed and there still were members
     * @throws InterruptedException if the calling thread is interrupted, or was before; its status is cleared then
     */
    boolean awaitEmpty(Duration limit) throws InterruptedException;

    /**
     * Removes this group and those below, and waits for {@link #DELETE_LIMIT} at the most; see {@link #delete(Duration)}.
     *
     * @throws CgroupBusyException if it, or one below, has members
     */
    default void delete() {
        delete(DELETE_LIMIT);
    }

    /**
     * Removes this group and those below from every hierarchy, each after those below it, also those that somebody makes
     * meanwhile. Waits while there are members, as the kernel still buries those that have just died; it never kills or
     * moves anybody. A group that is gone already is no error.
     *
     * <p>Nothing is removed before all members are seen gone, in every hierarchy. When it fails after that, because somebody
     * came in meanwhile, what was removed stays so: in one hierarchy after the other, from the leaves up. The hint tells how many
     * groups were removed, where the group is still there, and who is in it. Calling it again goes on from there.
     *
     * @param limit how long to wait at the most
     * @throws CgroupBusyException if it, or one below, has members, which the hint lists with their commands; nothing was
     *     removed, unless they came in meanwhile or are of a foreign pid namespace and v1 does not list them
     */
    void delete(Duration limit);
}
