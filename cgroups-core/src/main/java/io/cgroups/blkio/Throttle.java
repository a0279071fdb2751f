package io.cgroups.blkio;

import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/**
 * The four limits of a group on one disk. Immutable.
 *
 * <p>A limit that was read may be 0, since a number over 32 bits that somebody wrote into an iops file wraps; it stops the
 * group's I/O for good, and {@link BlkioSpec} refuses to set it.
 *
 * @param readBps bytes read per second
 * @param writeBps bytes written per second
 * @param readIops read operations per second
 * @param writeIops write operations per second
 */
public record Throttle(Limit<DataSize> readBps, Limit<DataSize> writeBps, Limit<Long> readIops, Limit<Long> writeIops) {

    /**
     * No limits.
     *
     * @return what a new group has for every disk
     */
    public static Throttle unlimited() {
        return new Throttle(Limit.unlimited(), Limit.unlimited(), Limit.unlimited(), Limit.unlimited());
    }

    /**
     * Whether nothing is limited.
     *
     * @return true when all four are unlimited
     */
    public boolean isUnlimited() {
        return equals(unlimited());
    }
}
