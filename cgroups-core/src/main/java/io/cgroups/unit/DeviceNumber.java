package io.cgroups.unit;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number by which the kernel knows a device, {@code major:minor}, as {@code ls -l} shows it of a device node and
 * {@code lsblk} of a disk.
 *
 * <p>Immutable.
 *
 * @param major the driver, 0 to 4095
 * @param minor the device, 0 to 1048575
 */
public record DeviceNumber(int major, int minor) implements Comparable<DeviceNumber> {
    /** The largest major number, of 12 bits. */
    public static final int MAX_MAJOR = 0xfff;

    /** The largest minor number, of 20 bits. */
    public static final int MAX_MINOR = 0xfffff;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

    /**
     * Checks the ranges.
     *
     * @param major see the record
     * @param minor see the record
     * @throws InvalidValueException if a number is out of range
     */
    public DeviceNumber {
        InvalidValueException.inRange("device major number", major, 0, MAX_MAJOR, "the kernel has 12 bits for it");
        InvalidValueException.inRange("device minor number", minor, 0, MAX_MINOR, "the kernel has 20 bits for it");
    }

    /**
     * Parses the kernel's text.
     *
     * @param text for example {@code 8:0}
     * @return the number
     * @throws CgroupFormatException if it is no such text
     * @throws InvalidValueException if a number is out of range
     */
    public static DeviceNumber parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new CgroupFormatException("a device as major:minor, for example 8:0", text, null);
        }
        return new DeviceNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * Looks a device node up; symbolic links are followed.
     *
     * @param node for example {@code /dev/sda} or {@code /dev/null}
     * @return the number of the device
     * @throws IOException if there is no such file
     * @throws IllegalArgumentException if it is not a device node
     */
    public static DeviceNumber of(Path node) throws IOException {
        int type = (int) Files.getAttribute(node, "unix:mode") & 0xf000;
        if (type != 0x2000 && type != 0x6000) {
            throw new IllegalArgumentException(node + " is not a device node");
        }
        // The encoding of dev_t in the C library: the low parts of both numbers come first.
        long number = (long) Files.getAttribute(node, "unix:rdev");
        int major = (int) ((number >>> 8) & 0xfff);
        int minor = (int) ((number & 0xff) | ((number >>> 12) & 0xfff00));
        return new DeviceNumber(major, minor);
    }

    @Override
    public int compareTo(DeviceNumber other) {
        return Comparator.comparingInt(DeviceNumber::major)
                .thenComparingInt(DeviceNumber::minor)
                .compare(this, other);
    }

    /** Returns the kernel's text, for example {@code 8:0}. */
    @Override
    public String toString() {
        return major + ":" + minor;
    }
}
