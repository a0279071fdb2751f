package io.cgroups.tree;

import io.cgroups.CgroupIoException;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.Limit;

/**
 * A group of the unified hierarchy as the top of a sub-tree: what kind it is, and how many groups may be below it.
 *
 * <p>There is nothing like it on v1. Live and safe to share: every call asks the kernel.
 *
 * <p>Every method throws {@link CgroupIoException} if the kernel refuses, and {@link UnsupportedSettingException} if the
 * kernel is too old, or for what the root of the hierarchy does not have: its kind, {@link #populated} and
 * {@link #frozen}. A setter that throws has changed nothing.
 */
public interface GroupTree {

    /** The largest limit; one more is what the kernel calls unlimited. */
    int LARGEST_LIMIT = Integer.MAX_VALUE - 1;

    /**
     * Reads what kind of group this is; {@code cgroup.type}, since Linux 4.14. A threaded one is made by
     * {@link io.cgroups.Cgroup#threadedChild}.
     *
     * @return the kind
     */
    GroupType type();

    /**
     * Reads how many levels of groups there may be below; {@code cgroup.max.depth}, since Linux 4.14.
     *
     * @return the limit of this group itself, whatever those above have
     */
    Limit<Integer> maxDepth();

    /**
     * Limits how many levels of groups there may be below; {@code cgroup.max.depth}, since Linux 4.14. Groups that are
     * there stay.
     *
     * @param max 0, so that no group can be made, to {@link #LARGEST_LIMIT}; default unlimited
     * @return this
     * @throws InvalidValueException if it is out of range
     */
    GroupTree maxDepth(Limit<Integer> max);

    /**
     * Limits how many levels of groups there may be below; see {@link #maxDepth(Limit)}.
     *
     * @param max 0 to {@link #LARGEST_LIMIT}
     * @return this
     * @throws InvalidValueException if it is out of range
     */
    default GroupTree maxDepth(int max) {
        return maxDepth(Limit.of(max));
    }

    /**
     * Reads how many groups there may be below; {@code cgroup.max.descendants}, since Linux 4.14.
     *
     * @return the limit of this group itself, whatever those above have
     */
    Limit<Integer> maxDescendants();

    /**
     * Limits how many groups there may be below, at any depth; {@code cgroup.max.descendants}, since Linux 4.14. Groups
     * that are there stay. To make one more fails with {@code EAGAIN}.
     *
     * @param max 0, so that no group can be made, to {@link #LARGEST_LIMIT}; default unlimited
     * @return this
     * @throws InvalidValueException if it is out of range
     */
    GroupTree maxDescendants(Limit<Integer> max);

    /**
     * Limits how many groups there may be below, at any depth; see {@link #maxDescendants(Limit)}.
     *
     * @param max 0 to {@link #LARGEST_LIMIT}
     * @return this
     * @throws InvalidValueException if it is out of range
     */
    default GroupTree maxDescendants(int max) {
        return maxDescendants(Limit.of(max));
    }

    /**
     * Counts the groups below; {@code cgroup.stat}, since Linux 4.14.
     *
     * @return a snapshot
     */
    TreeStats stats();

    /**
     * Reads whether this group or one below has members that are alive; {@code populated} of {@code cgroup.events}.
     *
     * @return true while there are some, also of a pid namespace that the caller does not see into
     */
    boolean populated();

    /**
     * Reads whether all members of this group and of those below stand still; {@code frozen} of {@code cgroup.events},
     * since Linux 5.2. On a hybrid host the freezer of v1 is another one, and this does not tell of it.
     *
     * @return true while they do
     */
    boolean frozen();
}
