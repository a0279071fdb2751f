package io.cgroups.spi;

import java.util.OptionalLong;

/**
 * How often memory ran out, and what came of it, since some moment in the past. Immutable.
 *
 * @param ooms how often a limit was reached and nothing could be reclaimed
 * @param kills how many members were killed, empty when the kernel does not report it
 * @param groupKills how often a group was killed as a whole, empty when the kernel does not report it
 */
public record OomCounts(long ooms, OptionalLong kills, OptionalLong groupKills) {

    /**
     * What has come since.
     *
     * @param earlier the counts of the same group at an earlier moment
     * @return the differences
     */
    public OomCounts since(OomCounts earlier) {
        return new OomCounts(ooms - earlier.ooms, since(kills, earlier.kills), since(groupKills, earlier.groupKills));
    }

    private static OptionalLong since(OptionalLong now, OptionalLong earlier) {
        return now.isPresent() ? OptionalLong.of(now.getAsLong() - earlier.orElse(0)) : now;
    }

    /**
     * Whether nothing happened.
     *
     * @return true when every count is 0 or empty
     */
    public boolean isNothing() {
        return ooms == 0 && kills.orElse(0) == 0 && groupKills.orElse(0) == 0;
    }
}
