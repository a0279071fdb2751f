package io.cgroups.hugetlb;

import io.cgroups.unit.DataSize;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The huge pages of a group with those below at one moment. Immutable.
 *
 * @param pages by page size, smallest first
 */
public record HugetlbStats(Map<HugePageSize, Pages> pages) {

    /**
     * Copies the map.
     *
     * @param pages see the record
     */
    public HugetlbStats {
        pages = Collections.unmodifiableMap(new TreeMap<>(pages));
    }

    /**
     * The huge pages of one size.
     *
     * @param usage what is in use (v1 {@code usage_in_bytes}, v2 {@code current})
     * @param peak the largest usage since the group was made or the peak was reset (v1 {@code max_usage_in_bytes})
     * @param failures how often the limit was reached (v1 {@code failcnt})
     * @param reservation what is reserved ({@code rsvd.}, since Linux 5.7); empty when the kernel does not report it
     * @param reservationPeak the most that was reserved (v1 {@code rsvd.max_usage_in_bytes})
     * @param reservationFailures how often the limit of reservations was reached (v1 {@code rsvd.failcnt})
     */
    public record Pages(
            DataSize usage,
            Optional<DataSize> peak,
            OptionalLong failures,
            Optional<DataSize> reservation,
            Optional<DataSize> reservationPeak,
            OptionalLong reservationFailures) {}
}
