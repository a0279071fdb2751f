package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.spi.BlockDevices;
import io.cgroups.spi.GroupDir;
import io.cgroups.unit.DeviceNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
            case ENODEV -> dir.files().exists(dir.path()) ? Optional.of(unknown(device)) : Optional.empty();
            case EOPNOTSUPP ->
                Optional.of("weights need the scheduler bfq (cfq up to Linux 4.20), and " + device
                        + " runs another; see /sys/dev/block/" + device + "/queue/scheduler");
            default -> Optional.empty();
        };
    }

    private String unknown(DeviceNumber device) {
        return devices.diskOf(device)
                .map(disk -> device + " is a partition, and the kernel takes whole disks only; it is a part of " + disk)
                .orElseGet(() -> "the kernel knows no disk " + device + disks());
    }

    private String disks() {
        List<DeviceNumber> disks = devices.disks();
        return disks.isEmpty()
                ? ""
                : "; there are " + disks.stream().map(DeviceNumber::toString).collect(Collectors.joining(", "));
    }
}
