package io.cgroups.v2;

import io.cgroups.devices.DeviceAccess;
import io.cgroups.devices.DeviceType;
import java.util.EnumSet;
import java.util.Set;

/** The numbers that stand for kinds of devices and for access where the kernel asks a program. */
final class V2DeviceBits {
    private static final int BLOCK = 1;
    private static final int CHAR = 2;

    private V2DeviceBits() {}

    /** Of a single kind. */
    static int type(DeviceType type) {
        return type == DeviceType.BLOCK ? BLOCK : CHAR;
    }

    static DeviceType type(int number) {
        return number == BLOCK ? DeviceType.BLOCK : DeviceType.CHAR;
    }

    static int access(Set<DeviceAccess> access) {
        return access.stream().mapToInt(V2DeviceBits::bit).sum();
    }

    static Set<DeviceAccess> access(int bits) {
        Set<DeviceAccess> access = EnumSet.allOf(DeviceAccess.class);
        access.removeIf(each -> (bits & bit(each)) == 0);
        return access;
    }

    private static int bit(DeviceAccess access) {
        return switch (access) {
            case MKNOD -> 1;
            case READ -> 2;
            case WRITE -> 4;
        };
    }
}
