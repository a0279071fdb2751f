package io.cgroups.hugetlb;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.unit.DataSize;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size of huge pages, which is a part of the names of control files such as {@code hugetlb.2MB.limit_in_bytes}.
 *
 * <p>In bytes, a power of two of at least 1024. Immutable.
 *
 * @param bytes the size of one page
 */
public record HugePageSize(long bytes) implements Comparable<HugePageSize> {
    /** The usual size on x86-64 and on arm64 with base pages of 4 KiB. */
    public static final HugePageSize TWO_MB = new HugePageSize(2L << 20);

    /** The other size of x86-64. */
    public static final HugePageSize ONE_GB = new HugePageSize(1L << 30);

    private static final Pattern NAME = Pattern.compile("(\\d{1,10})([KMG])B");
    private static final String SUFFIXES = "KMG";

    /**
     * Checks the size.
     *
     * @param bytes see the record
     * @throws InvalidValueException if it is not a power of two or is under 1024
     */
    public HugePageSize {
        if (bytes < 1024 || Long.bitCount(bytes) != 1) {
            throw new InvalidValueException("huge page size in bytes", bytes, "it is a power of two, at least 1024");
        }
    }

    /**
     * A size.
     *
     * @param size a power of two, at least 1 KiB
     * @return the page size
     * @throws InvalidValueException if it is something else
     */
    public static HugePageSize of(DataSize size) {
        return new HugePageSize(size.bytes());
    }

    /**
     * Parses the kernel's name of a size.
     *
     * @param name for example {@code 2MB}, {@code 1GB} or {@code 64KB}
     * @return the page size
     * @throws CgroupFormatException if it is no such name
     * @throws InvalidValueException if it is no size of pages
     */
    public static HugePageSize parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new CgroupFormatException("a huge page size such as 2MB", name, null);
        }
        int power = SUFFIXES.indexOf(matcher.group(2)) + 1;
        return new HugePageSize(Long.parseLong(matcher.group(1)) << (10 * power));
    }

    /**
     * The size of one page.
     *
     * @return the size
     */
    public DataSize size() {
        return DataSize.ofBytes(bytes);
    }

    @Override
    public int compareTo(HugePageSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Returns the kernel's name, for example {@code 2MB}. */
    @Override
    public String toString() {
        int power = Math.min(SUFFIXES.length(), Long.numberOfTrailingZeros(bytes) / 10);
        return (bytes >> (10 * power)) + SUFFIXES.substring(power - 1, power) + "B";
    }
}
