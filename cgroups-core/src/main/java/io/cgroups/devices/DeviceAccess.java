package io.cgroups.devices;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What may be done with a device node, in the kernel's order. */
public enum DeviceAccess {
    /** Open it for reading; the kernel's {@code r}. */
    READ('r'),
    /** Open it for writing; the kernel's {@code w}. */
    WRITE('w'),
    /** Make a node of it with {@code mknod(2)}, which needs the capability {@code CAP_MKNOD} too; the kernel's {@code m}. */
    MKNOD('m');

    /** Everything, {@code rwm}; immutable. */
    public static final Set<DeviceAccess> RWM = Collections.unmodifiableSet(EnumSet.allOf(DeviceAccess.class));

    private final char letter;

    DeviceAccess(char letter) {
        this.letter = letter;
    }

    /**
     * The kernel's letter.
     *
     * @return {@code r}, {@code w} or {@code m}
     */
    public char letter() {
        return letter;
    }
}
