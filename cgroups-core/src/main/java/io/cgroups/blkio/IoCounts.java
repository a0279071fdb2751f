package io.cgroups.blkio;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One statistic of one disk, split by the kind of operation. Immutable.
 *
 * <p>Each operation is counted twice, as read, write or discard, and as synchronous or asynchronous; the total is the sum
 * of the first three. The unit is that of the statistic. A statistic that is not split has only a total.
 *
 * @param all every number by the kernel's word, for example {@code Read}; {@code Total} for one that is not split
 */
public record IoCounts(Map<String, Long> all) {
    /** The word for the sum, and for a number that is not split. */
    public static final String TOTAL = "Total";

    /**
     * Copies the map.
     *
     * @param all see the record
     */
    public IoCounts {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /**
     * Reads; {@code Read}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong read() {
        return raw("Read");
    }

    /**
     * Writes; {@code Write}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong write() {
        return raw("Write");
    }

    /**
     * Blocks given back to the disk; {@code Discard}, since Linux 4.19.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong discard() {
        return raw("Discard");
    }

    /**
     * What somebody waits for; {@code Sync}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong sync() {
        return raw("Sync");
    }

    /**
     * What nobody waits for, such as the writing back of file cache; {@code Async}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong async() {
        return raw("Async");
    }

    /**
     * The sum of reads, writes and discards, or the number that is not split; {@code Total}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong total() {
        return raw(TOTAL);
    }

    /**
     * A number by the kernel's word for it.
     *
     * @param operation for example {@code Read}
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong raw(String operation) {
        Long value = all.get(operation);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
