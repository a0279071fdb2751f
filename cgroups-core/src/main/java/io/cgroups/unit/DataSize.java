package io.cgroups.unit;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or data in bytes, 0 to {@link Long#MAX_VALUE}.
 *
 * <p>Multiples are powers of 1024, as in the kernel's own suffixes. Immutable.
 *
 * @param bytes the number of bytes
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    private static final Pattern TEXT = Pattern.compile("(\\d+)\\s*(?:([KMGTPE])(?:I?B)?|B)?");
    private static final String SUFFIXES = "KMGTPE";

    /**
     * Checks the number.
     *
     * @param bytes see the record
     * @throws InvalidValueException if it is negative
     */
    public DataSize {
        InvalidValueException.inRange("size in bytes", bytes, 0, Long.MAX_VALUE, "use Limit.unlimited() for no limit");
    }

    /**
     * A number of bytes.
     *
     * @param bytes 0 or more
     * @return the size
     * @throws InvalidValueException if it is negative
     */
    public static DataSize ofBytes(long bytes) {
        return new DataSize(bytes);
    }

    /**
     * A number of KiB.
     *
     * @param kibibytes multiples of 1024 bytes, 0 or more
     * @return the size
     * @throws InvalidValueException if it is negative
     * @throws ArithmeticException if it is over {@link Long#MAX_VALUE} bytes
     */
    public static DataSize ofKibibytes(long kibibytes) {
        return new DataSize(Math.multiplyExact(kibibytes, 1L << 10));
    }

    /**
     * A number of MiB.
     *
     * @param mebibytes multiples of 1024 KiB, 0 or more
     * @return the size
     * @throws InvalidValueException if it is negative
     * @throws ArithmeticException if it is over {@link Long#MAX_VALUE} bytes
     */
    public static DataSize ofMebibytes(long mebibytes) {
        return new DataSize(Math.multiplyExact(mebibytes, 1L << 20));
    }

    /**
     * A number of GiB.
     *
     * @param gibibytes multiples of 1024 MiB, 0 or more
     * @return the size
     * @throws InvalidValueException if it is negative
     * @throws ArithmeticException if it is over {@link Long#MAX_VALUE} bytes
     */
    public static DataSize ofGibibytes(long gibibytes) {
        return new DataSize(Math.multiplyExact(gibibytes, 1L << 30));
    }

    /**
     * Parses a number with an optional suffix, the way the kernel and container tools do: {@code 512M}, {@code 512MiB},
     * {@code 512 MB} and {@code 536870912} are the same.
     *
     * @param text digits, then K, M, G, T, P or E for powers of 1024, in either case
     * @return the size
     * @throws CgroupFormatException if it is no such text, or over {@link Long#MAX_VALUE} bytes
     */
    public static DataSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new CgroupFormatException("a size such as 512M or 1GiB", text, null);
        }
        try {
            long number = Long.parseLong(matcher.group(1));
            String suffix = matcher.group(2);
            int power = suffix == null ? 0 : SUFFIXES.indexOf(suffix) + 1;
            return new DataSize(Math.multiplyExact(number, 1L << (10 * power)));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new CgroupFormatException("a size of at most 8 EiB", text, e);
        }
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Returns the number with the largest suffix that is exact, for example {@code 512 MiB} or {@code 1000 B}. */
    @Override
    public String toString() {
        int power = bytes == 0 ? 0 : Math.min(SUFFIXES.length(), Long.numberOfTrailingZeros(bytes) / 10);
        String unit = power == 0 ? "B" : SUFFIXES.charAt(power - 1) + "iB";
        return (bytes >> (10 * power)) + " " + unit;
    }
}
