package io.cgroups.internal.systemd;

import java.util.List;

/**
 * A property of a unit, in systemd's words.
 *
 * @param name for example {@code MemoryMax}
 * @param signature the D-Bus type of the value: {@code s}, {@code b}, {@code t} for an unsigned 64-bit number, {@code au} for
 *     a list of unsigned 32-bit numbers
 * @param value a String, Boolean, Long or list of Long
 * @param optional whether the unit is wanted also from a systemd that does not know the property
 */
public record UnitProperty(String name, String signature, Object value, boolean optional) {

    /** A text. */
    public static UnitProperty of(String name, String value) {
        return new UnitProperty(name, "s", value, false);
    }

    /** A switch. */
    public static UnitProperty of(String name, boolean value) {
        return new UnitProperty(name, "b", value, false);
    }

    /** A number. */
    public static UnitProperty of(String name, long value) {
        return new UnitProperty(name, "t", value, false);
    }

    /** A list of ids. */
    public static UnitProperty of(String name, List<Long> ids) {
        return new UnitProperty(name, "au", List.copyOf(ids), false);
    }

    /** The same, left out where systemd does not know it. */
    public UnitProperty ifKnown() {
        return new UnitProperty(name, signature, value, true);
    }
}
