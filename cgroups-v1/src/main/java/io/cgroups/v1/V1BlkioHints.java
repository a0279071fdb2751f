package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.spi.BlockDevices;
import io.cgroups.spi.GroupDir;
import io.cgroups.unit.DeviceNumber;
import java.util.Optional;

/** Says what is wrong with a device that the kernel refuses. */
final class V1BlkioHints {
    private final GroupDir dir;
    private final BlockDevices devices;

    V1BlkioHints(GroupDir dir) {
        this.dir = dir;
        this.devices = BlockDevices.of(dir.files());
    }

    Optional<String> explain(DeviceNumber device, CgroupIoException refusal) {
        return switch (refusal.errno().orElse(Errno.UNKNOWN)) {
            case ENODEV -> dir.files().exists(dir.path()) ? Optional.of(devices.whyNoDisk(device)) : Optional.empty();
            case EOPNOTSUPP ->
                Optional.of("weights need the scheduler bfq (cfq up to Linux 4.20), and " + device
                        + " runs another; see /sys/dev/block/" + device + "/queue/scheduler");
            default -> Optional.empty();
        };
    }
}
