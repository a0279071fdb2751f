package io.cgroups;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@link Cgroups#reapOrphans()} did. Groups whose owner lives are not in it.
 *
 * <p>Immutable.
 *
 * @param removed the groups that were removed, in the order in which they were
 * @param left the groups that were not, although their owner is dead or may be
 * @param unfinished how many groups turned out to have been in the making when their owner died, whether they came to be or not;
 *     counted in each hierarchy
 */
public record ReapReport(List<Removed> removed, List<Left> left, int unfinished) {

    /**
     * Copies the lists.
     *
     * @param removed see the record
     * @param left see the record
     * @param unfinished see the record
     */
    public ReapReport {
        removed = List.copyOf(removed);
        left = List.copyOf(left);
    }

    /**
     * A group that was removed.
     *
     * @param group its name, relative to the base
     * @param directories its directories, one in each hierarchy
     * @param owner the process id that its owner had
     */
    public record Removed(CgroupPath group, List<Path> directories, long owner) {

        /**
         * Copies the list.
         *
         * @param group see the record
         * @param directories see the record
         * @param owner see the record
         */
        public Removed {
            directories = List.copyOf(directories);
        }
    }

    /**
     * A group that was left.
     *
     * @param group its name, relative to the base
     * @param directories its directories, one in each hierarchy that this is about
     * @param reason why
     * @param detail the same in words
     */
    public record Left(CgroupPath group, List<Path> directories, Reason reason, String detail) {

        /**
         * Copies the list.
         *
         * @param group see the record
         * @param directories see the record
         * @param reason see the record
         * @param detail see the record
         */
        public Left {
            directories = List.copyOf(directories);
        }
    }

    /** Why a group was left. */
    public enum Reason {
        /**
         * It, or a group below, has members, and its owner did not say that these may be killed or moved; or there are groups
         * below one that was only made on the way, or never finished.
         */
        NOT_EMPTY,
        /** A group below has an owner that lives, or that may live. */
        OWNED_BELOW,
        /** Its owner is of another pid or time namespace, or hidden: try again from there. */
        OWNER_OUT_OF_SIGHT,
        /** What its mark says cannot be read, as of a newer version of this library. */
        MARK_UNREADABLE,
        /** The kernel refused; trying again may help. */
        REFUSED,
        /** This kernel keeps no marks (before Linux 5.7), or /proc does not tell enough: nothing was looked for. */
        UNSUPPORTED
    }
}
