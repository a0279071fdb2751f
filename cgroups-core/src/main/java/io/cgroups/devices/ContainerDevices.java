package io.cgroups.devices;

import io.cgroups.unit.DeviceNumber;
import java.util.List;

/**
 * The devices a container usually gets, with {@code rwm}; their numbers are the same on every Linux.
 *
 * <p>Rules are about numbers, not about nodes: {@link #CONSOLE} is the console of the host, and {@link #PTS} are all
 * terminals, so a container should have nodes of its own terminals only.
 */
public final class ContainerDevices {
    /** {@code /dev/null}. */
    public static final DeviceRule NULL = of(1, 3);

    /** {@code /dev/zero}. */
    public static final DeviceRule ZERO = of(1, 5);

    /** {@code /dev/full}. */
    public static final DeviceRule FULL = of(1, 7);

    /** {@code /dev/random}. */
    public static final DeviceRule RANDOM = of(1, 8);

    /** {@code /dev/urandom}. */
    public static final DeviceRule URANDOM = of(1, 9);

    /** {@code /dev/tty}, the terminal of the process itself. */
    public static final DeviceRule TTY = of(5, 0);

    /** {@code /dev/console}. */
    public static final DeviceRule CONSOLE = of(5, 1);

    /** {@code /dev/ptmx}, which makes terminals. */
    public static final DeviceRule PTMX = of(5, 2);

    /** {@code /dev/pts/*}, the terminals that were made. */
    public static final DeviceRule PTS = DeviceRule.ofMajor(DeviceType.CHAR, 136, DeviceAccess.RWM);

    /** All of them; immutable. */
    public static final List<DeviceRule> ALL = List.of(NULL, ZERO, FULL, RANDOM, URANDOM, TTY, CONSOLE, PTMX, PTS);

    private ContainerDevices() {}

    private static DeviceRule of(int major, int minor) {
        return DeviceRule.of(DeviceType.CHAR, new DeviceNumber(major, minor), DeviceAccess.RWM);
    }
}
