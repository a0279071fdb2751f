package io.cgroups.devices;

import io.cgroups.CgroupFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The kinds of devices: each kind has its own numbers. */
public enum DeviceType {
    /** Both kinds; the kernel's {@code a}. */
    ALL('a'),
    /** Character devices, such as terminals; the kernel's {@code c}. */
    CHAR('c'),
    /** Block devices, such as disks; the kernel's {@code b}. */
    BLOCK('b');

    private static final int FORMAT_MASK = 0xf000;
    private static final int CHAR_FORMAT = 0x2000;
    private static final int BLOCK_FORMAT = 0x6000;

    private final char letter;

    DeviceType(char letter) {
        this.letter = letter;
    }

    /**
     * The kernel's letter.
     *
     * @return {@code a}, {@code c} or {@code b}
     */
    public char letter() {
        return letter;
    }

    /**
     * Looks a kind up by the kernel's letter.
     *
     * @param letter {@code a}, {@code c} or {@code b}
     * @return the kind
     * @throws CgroupFormatException if it is another letter
     */
    public static DeviceType of(char letter) {
        for (DeviceType type : values()) {
            if (type.letter == letter) {
                return type;
            }
        }
        throw new CgroupFormatException("a kind of device: a, b or c", String.valueOf(letter), null);
    }

    /**
     * Looks the kind of a device node up; symbolic links are followed.
     *
     * @param node for example {@code /dev/null}
     * @return {@link #CHAR} or {@link #BLOCK}
     * @throws IOException if there is no such file
     * @throws IllegalArgumentException if it is not a device node
     */
    public static DeviceType of(Path node) throws IOException {
        return switch ((int) Files.getAttribute(node, "unix:mode") & FORMAT_MASK) {
            case CHAR_FORMAT -> CHAR;
            case BLOCK_FORMAT -> BLOCK;
            default -> throw new IllegalArgumentException(node + " is not a device node");
        };
    }

    /**
     * Whether this kind includes another.
     *
     * @param other a kind
     * @return true for the same kind, and always for {@link #ALL}
     */
    public boolean includes(DeviceType other) {
        return this == ALL || this == other;
    }

    /** The kinds this one stands for. */
    List<DeviceType> kinds() {
        return this == ALL ? List.of(CHAR, BLOCK) : List.of(this);
    }
}
