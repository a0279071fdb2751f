package io.cgroups.hugetlb;

import io.cgroups.unit.DataSize;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The huge pages of a group with those below at one moment; what the kernel does not report is empty. Immutable.
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
     * @param peak the largest usage since the group was made or the peak was reset (v1 {@code max_usage_in_bytes}); v2 has
     *     none
     * @param failures how often a page was refused: on v1 for the limit of this group ({@code failcnt}), on v2 for any limit,
     *     that of reservations included, to members of this group and of those below ({@code events}, line {@code max})
     * @param reservation what is reserved (v1 {@code rsvd.usage_in_bytes}, v2 {@code rsvd.current}, since Linux 5.7)
     * @param reservationPeak the most that was reserved (v1 {@code rsvd.max_usage_in_bytes}); v2 has none
     * @param reservationFailures how often the limit of reservations was reached (v1 {@code rsvd.failcnt}); v2 counts them
     *     among {@code failures}
     * @param nodes what is in use by NUMA node ({@code numa_stat}, since Linux 5.17); no node when the kernel does not report
     *     it
     */
    public record Pages(
            DataSize usage,
            Optional<DataSize> peak,
            OptionalLong failures,
            Optional<DataSize> reservation,
            Optional<DataSize> reservationPeak,
            OptionalLong reservationFailures,
            Map<Integer, DataSize> nodes) {

        /**
         * Copies the map.
         *
         * @param usage see the record
         * @param peak see the record
         * @param failures see the record
         * @param reservation see the record
         * @param reservationPeak see the record
         * @param reservationFailures see the record
         * @param nodes see the record
         */
        public Pages {
            nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
        }
    }
}
