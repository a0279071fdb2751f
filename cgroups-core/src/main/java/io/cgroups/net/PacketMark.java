package io.cgroups.net;

import io.cgroups.InvalidValueException;

/**
 * The mark that a packet carries inside the kernel, a number of 32 bits, which routing rules ({@code ip rule fwmark}) and
 * netfilter ({@code meta mark}) can look at. Immutable.
 *
 * @param number 0 to {@link #LARGEST}
 */
public record PacketMark(long number) {
    /** No mark, the default: packets have that of their socket, which is 0 unless {@code SO_MARK} was set. */
    public static final PacketMark NONE = new PacketMark(0);

    /** The largest number, of 32 bits. */
    public static final long LARGEST = 0xffff_ffffL;

    /**
     * Checks the range.
     *
     * @param number see the record
     * @throws InvalidValueException if it is not 0 to {@link #LARGEST}
     */
    public PacketMark {
        InvalidValueException.inRange("mark", number, 0, LARGEST, "the kernel has 32 bits for it");
    }

    /** Returns the hexadecimal notation of netfilter, for example {@code 0x10}. */
    @Override
    public String toString() {
        return "0x" + Long.toHexString(number);
    }
}
