package io.cgroups.net;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The class that {@code tc} and netfilter know the packets of a group by, {@code major:minor}: the major number names a
 * queueing discipline, the minor number a class of it.
 *
 * <p>In texts both are hexadecimal, as everywhere in {@code tc}: {@code 10:1} has the major number 16. Immutable.
 *
 * @param major the queueing discipline, 0 to 65535
 * @param minor its class, 0 to 65535
 */
public record ClassId(int major, int minor) {
    /** No class, the default: packets are not classified by group. */
    public static final ClassId NONE = new ClassId(0, 0);

    /** The largest number, of 32 bits. */
    public static final long LARGEST = 0xffff_ffffL;

    private static final String SETTING = "net_cls.classid";
    private static final int HALF = 0xffff;
    private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F]{1,4}):([0-9a-fA-F]{0,4})");

    /**
     * Checks the ranges.
     *
     * @param major see the record
     * @param minor see the record
     * @throws InvalidValueException if a number is out of range
     */
    public ClassId {
        InvalidValueException.inRange(SETTING + " major number", major, 0, HALF, "the kernel has 16 bits for it");
        InvalidValueException.inRange(SETTING + " minor number", minor, 0, HALF, "the kernel has 16 bits for it");
    }

    /**
     * A class by both numbers in one, as the control file has it.
     *
     * @param number {@code 0xAAAABBBB} with the major number {@code AAAA} and the minor number {@code BBBB}; 0x10001 is
     *     1:1
     * @return the class
     * @throws InvalidValueException if it is not 0 to {@link #LARGEST}
     */
    public static ClassId of(long number) {
        InvalidValueException.inRange(
                SETTING, number, 0, LARGEST, "the kernel would silently drop all but the lower 32 bits");
        return new ClassId((int) (number >>> 16), (int) (number & HALF));
    }

    /**
     * Parses the notation of {@code tc}.
     *
     * @param text for example {@code 10:1}, or {@code 10:} for the minor number 0; hexadecimal
     * @return the class
     * @throws CgroupFormatException if it is no such text
     */
    public static ClassId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new CgroupFormatException("a class as hexadecimal major:minor, for example 10:1", text, null);
        }
        String minor = matcher.group(2);
        return new ClassId(Integer.parseInt(matcher.group(1), 16), minor.isEmpty() ? 0 : Integer.parseInt(minor, 16));
    }

    /**
     * Both numbers in one, as the control file has it.
     *
     * @return 0 to {@link #LARGEST}
     */
    public long number() {
        return ((long) major << 16) | minor;
    }

    /** Returns the notation of {@code tc}, for example {@code 10:1} for the major number 16. */
    @Override
    public String toString() {
        return Integer.toHexString(major) + ":" + Integer.toHexString(minor);
    }
}
