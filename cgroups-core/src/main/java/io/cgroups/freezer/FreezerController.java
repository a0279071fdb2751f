package io.cgroups.freezer;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.UnsupportedSettingException;
import java.time.Duration;

/**
 * Stops all members of a group and of those below, and lets them go on.
 *
 * <p>A stopped member uses no CPU time, and on v1 does not even die of {@code SIGKILL} before it goes on. A group stands
 * still while it is frozen itself or one above is; who joins it, or is forked in it, is stopped too. A new group is not
 * frozen itself. The root of a hierarchy cannot be frozen.
 *
 * <p>Kernel files: v1 {@code freezer.state}, {@code freezer.self_freezing} and {@code freezer.parent_freezing}, since
 * Linux 3.8 (before, since 2.6.28, without the last two and without effect on groups below); v2 {@code cgroup.freeze} and
 * {@code frozen} of {@code cgroup.events}, since Linux 5.2. Live and safe to share, as
 * {@link io.cgroups.ControllerFacet}, which it is not because a state is no setting: reaching it takes time.
 *
 * <p>Every method throws {@link CgroupIoException} if the kernel refuses, and {@link UnsupportedSettingException} for the
 * root.
 */
public interface FreezerController {

    /** How long {@link #freeze()} and {@link #thaw()} wait at the most. */
    Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

    /**
     * Reads whether the members run.
     *
     * @return the state, whether it comes from this group or from one above
     */
    FreezerState state();

    /**
     * Reads whether this group itself is frozen or on the way there.
     *
     * @return true from {@link #freeze()} until {@link #thaw()}, whatever those above do
     */
    boolean selfFreezing();

    /**
     * Reads whether a group above is frozen or on the way there, and this one with it.
     *
     * @return true while one is
     */
    boolean parentFreezing();

    /**
     * Stops all members and waits for {@link #DEFAULT_LIMIT} at the most; see {@link #freeze(Duration)}.
     *
     * @return this
     * @throws IllegalStateException if the calling JVM is a member and would stop itself
     * @throws CgroupTimeoutException if some cannot be stopped in time
     */
    default FreezerController freeze() {
        return freeze(DEFAULT_LIMIT);
    }

    /**
     * Stops all members of this group and of those below, and waits until they stand still. An interrupt does not shorten
     * the wait, and is kept.
     *
     * <p>Some members cannot be stopped for as long as they are in an uninterruptible system call, for example on a
     * file system that does not answer. On v1 the kernel can also miss one that is being forked or moved in; to help it,
     * members that are on the way may go on for a moment and are stopped again, unless the group was frozen before.
     *
     * @param limit how long to wait at the most; zero to look only once
     * @return this
     * @throws IllegalStateException if the calling JVM, or one of its threads, is a member and would stop itself; nothing
     *     was changed
     * @throws CgroupTimeoutException if some have not been stopped in time; then this group itself is no longer frozen,
     *     or still is when it was before
     */
    FreezerController freeze(Duration limit);

    /**
     * Lets all members go on and waits for {@link #DEFAULT_LIMIT} at the most; see {@link #thaw(Duration)}.
     *
     * @return this
     * @throws CgroupTimeoutException if a group above is frozen too, and stays so
     */
    default FreezerController thaw() {
        return thaw(DEFAULT_LIMIT);
    }

    /**
     * Takes the freezing of this group itself back, and waits until its members run. Groups below that are frozen
     * themselves stay so. An interrupt does not shorten the wait, and is kept.
     *
     * <p>While a group above is frozen the members cannot run. This is waited for, and reported when the limit passes;
     * the freezing of this group itself is taken back all the same, so that its members run as soon as the one above is
     * thawed.
     *
     * @param limit how long to wait at the most; zero to look only once
     * @return this
     * @throws CgroupTimeoutException if a group above is frozen too, and stays so; the hint names it
     */
    FreezerController thaw(Duration limit);
}
