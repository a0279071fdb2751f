package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.spi.BlockDevices;
import io.cgroups.spi.GroupDir;
import io.cgroups.unit.DeviceNumber;
import java.util.Collection;
import java.util.Optional;

/** Says what is wrong with a device or a value that the kernel refuses. */
final class V2BlkioHints {
    private final GroupDir dir;
    private final BlockDevices devices;

    V2BlkioHints(GroupDir dir) {
        this.dir = dir;
        this.devices = BlockDevices.of(dir.files());
    }

    Optional<String> explain(DeviceNumber device, CgroupIoException refusal) {
        return switch (refusal.errno().orElse(Errno.UNKNOWN)) {
            case ENODEV -> dir.files().exists(dir.path()) ? Optional.of(devices.whyNoDisk(device)) : Optional.empty();
            case EOPNOTSUPP ->
                Optional.of(
                        "weights of a disk need the scheduler bfq, or the cost model (costQos on the root group), and "
                                + device + " has neither; see /sys/dev/block/" + device + "/queue/scheduler");
            default -> Optional.empty();
        };
    }

    /** Everything over 0 is a limit on v1; here 1 is not. */
    Optional<String> explainLimit(DeviceNumber device, Collection<String> limits, CgroupIoException refusal) {
        boolean tooSmall = refusal.errno().filter(Errno.EINVAL::equals).isPresent() && limits.contains("1");
        return tooSmall ? Optional.of("the smallest limit of v2 is 2 a second") : explain(device, refusal);
    }
}
