package io.cgroups.devices;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.unit.DeviceNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Some devices, and some of what can be done with them; whether that is allowed or denied is said elsewhere.
 *
 * <p>Immutable. The text is the kernel's, as in {@code devices.list}: {@code c 1:3 rwm} is everything with
 * {@code /dev/null}, {@code b 8:* r} is reading of SCSI disks, {@code a *:* rwm} is everything with all devices. The
 * kernel takes each rule of kind {@code a} for that last one, whatever its numbers; here {@code a 1:3 r} means what it
 * says, because a driver writes it as one rule for each kind.
 *
 * @param type the kind of devices
 * @param major the driver, 0 to {@link DeviceNumber#MAX_MAJOR}; empty for any
 * @param minor the device, 0 to {@link DeviceNumber#MAX_MINOR}; empty for any
 * @param access what can be done, at least one
 */
public record DeviceRule(DeviceType type, OptionalInt major, OptionalInt minor, Set<DeviceAccess> access) {
    /** Everything with all devices: {@code a *:* rwm}. */
    public static final DeviceRule EVERYTHING = ofAll(DeviceType.ALL, DeviceAccess.RWM);

    private static final String ANY = "*";
    private static final Pattern TEXT = Pattern.compile("([abc]) (\\*|\\d{1,10}):(\\*|\\d{1,10}) ([rwm]{1,3})");

    /**
     * Checks the ranges and copies the access.
     *
     * @param type see the record
     * @param major see the record
     * @param minor see the record
     * @param access see the record
     * @throws InvalidValueException if a number is out of range or the access is empty
     */
    public DeviceRule {
        major.ifPresent(DeviceRule::checkMajor);
        minor.ifPresent(DeviceRule::checkMinor);
        if (access.isEmpty()) {
            throw new InvalidValueException("device access", access, "at least one of r, w and m");
        }
        access = Collections.unmodifiableSet(EnumSet.copyOf(access));
    }

    private static int checkMajor(long number) {
        return (int) InvalidValueException.inRange(
                "device major number", number, 0, DeviceNumber.MAX_MAJOR, "leave it out for any");
    }

    private static int checkMinor(long number) {
        return (int) InvalidValueException.inRange(
                "device minor number", number, 0, DeviceNumber.MAX_MINOR, "leave it out for any");
    }

    /**
     * One device.
     *
     * @param type its kind
     * @param device its number
     * @param access what can be done, at least one
     * @return the rule
     * @throws InvalidValueException if the access is empty
     */
    public static DeviceRule of(DeviceType type, DeviceNumber device, Set<DeviceAccess> access) {
        return new DeviceRule(type, OptionalInt.of(device.major()), OptionalInt.of(device.minor()), access);
    }

    /**
     * The device of a node; symbolic links are followed.
     *
     * @param node for example {@code /dev/sda}
     * @param access what can be done, at least one
     * @return the rule
     * @throws IOException if there is no such file
     * @throws IllegalArgumentException if it is not a device node
     * @throws InvalidValueException if the access is empty
     */
    public static DeviceRule of(Path node, Set<DeviceAccess> access) throws IOException {
        return of(DeviceType.of(node), DeviceNumber.of(node), access);
    }

    /**
     * All devices of one driver.
     *
     * @param type the kind
     * @param major the major number
     * @param access what can be done, at least one
     * @return the rule
     * @throws InvalidValueException if the number is out of range or the access is empty
     */
    public static DeviceRule ofMajor(DeviceType type, int major, Set<DeviceAccess> access) {
        return new DeviceRule(type, OptionalInt.of(major), OptionalInt.empty(), access);
    }

    /**
     * All devices of a kind.
     *
     * @param type the kind
     * @param access what can be done, at least one
     * @return the rule
     * @throws InvalidValueException if the access is empty
     */
    public static DeviceRule ofAll(DeviceType type, Set<DeviceAccess> access) {
        return new DeviceRule(type, OptionalInt.empty(), OptionalInt.empty(), access);
    }

    /**
     * Parses the kernel's text.
     *
     * @param text for example {@code c 136:* rw}
     * @return the rule
     * @throws CgroupFormatException if it is no such text
     * @throws InvalidValueException if a number is out of range
     */
    public static DeviceRule parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new CgroupFormatException("a device rule, for example c 1:3 rwm", text, null);
        }
        Set<DeviceAccess> access = EnumSet.allOf(DeviceAccess.class);
        access.removeIf(each -> matcher.group(4).indexOf(each.letter()) < 0);
        return new DeviceRule(
                DeviceType.of(matcher.group(1).charAt(0)),
                number(matcher.group(2), DeviceRule::checkMajor),
                number(matcher.group(3), DeviceRule::checkMinor),
                access);
    }

    private static OptionalInt number(String text, LongToIntFunction check) {
        return text.equals(ANY) ? OptionalInt.empty() : OptionalInt.of(check.applyAsInt(Long.parseLong(text)));
    }

    /**
     * The same devices with other access.
     *
     * @param other what can be done, at least one
     * @return the rule
     * @throws InvalidValueException if the access is empty
     */
    public DeviceRule withAccess(Set<DeviceAccess> other) {
        return new DeviceRule(type, major, minor, other);
    }

    /**
     * Whether this rule alone says everything another one says.
     *
     * @param other a rule
     * @return true when this has all its devices and all its access
     */
    public boolean covers(DeviceRule other) {
        return coversDevices(other) && access.containsAll(other.access);
    }

    /** Whether this rule has all devices of another. */
    boolean coversDevices(DeviceRule other) {
        return type.includes(other.type) && includes(major, other.major) && includes(minor, other.minor);
    }

    /** Whether there is a device with an access that is in both rules. */
    boolean intersects(DeviceRule other) {
        return (type.includes(other.type) || other.type.includes(type))
                && (includes(major, other.major) || includes(other.major, major))
                && (includes(minor, other.minor) || includes(other.minor, minor))
                && !Collections.disjoint(access, other.access);
    }

    private static boolean includes(OptionalInt wide, OptionalInt narrow) {
        return wide.isEmpty() || wide.equals(narrow);
    }

    /**
     * The rule for each kind of device by itself, as the kernel keeps it.
     *
     * @return this, or for {@link DeviceType#ALL} two rules
     */
    public List<DeviceRule> byKind() {
        return type.kinds().stream()
                .map(kind -> new DeviceRule(kind, major, minor, access))
                .toList();
    }

    /** Returns the kernel's text, for example {@code c 1:3 rwm}. */
    @Override
    public String toString() {
        String letters =
                access.stream().map(each -> String.valueOf(each.letter())).collect(Collectors.joining());
        return type.letter() + " " + text(major) + ":" + text(minor) + " " + letters;
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : ANY;
    }
}
