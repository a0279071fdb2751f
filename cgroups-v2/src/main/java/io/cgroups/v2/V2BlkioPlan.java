package io.cgroups.v2;

import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.Throttle;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The writes of the limits of a specification: one for each device, which names the limits that are to change, since the
 * kernel keeps the others.
 */
final class V2BlkioPlan {
    static final String MAX = "io.max";

    private final GroupDir dir;
    private final Map<DeviceNumber, Throttle> former;
    private final V2BlkioHints hints;

    V2BlkioPlan(GroupDir dir, Map<DeviceNumber, Throttle> former) {
        this.dir = dir;
        this.former = former;
        this.hints = new V2BlkioHints(dir);
    }

    static Collection<DeviceNumber> limitedDevices(BlkioSpec spec) {
        TreeSet<DeviceNumber> devices = new TreeSet<>(spec.readBps().keySet());
        devices.addAll(spec.writeBps().keySet());
        devices.addAll(spec.readIops().keySet());
        devices.addAll(spec.writeIops().keySet());
        return devices;
    }

    List<KernelWrite> writes(BlkioSpec spec) {
        return limitedDevices(spec).stream().map(device -> write(spec, device)).toList();
    }

    private KernelWrite write(BlkioSpec spec, DeviceNumber device) {
        Map<String, String> wanted = new LinkedHashMap<>();
        bytes(spec.readBps(), device).ifPresent(limit -> wanted.put(V2BlkioThrottles.READ_BPS, limit));
        bytes(spec.writeBps(), device).ifPresent(limit -> wanted.put(V2BlkioThrottles.WRITE_BPS, limit));
        operations(spec.readIops(), device).ifPresent(limit -> wanted.put(V2BlkioThrottles.READ_IOPS, limit));
        operations(spec.writeIops(), device).ifPresent(limit -> wanted.put(V2BlkioThrottles.WRITE_IOPS, limit));
        Map<String, String> undo = all(former.getOrDefault(device, Throttle.unlimited()));
        undo.keySet().retainAll(wanted.keySet());
        return line(device, wanted).undoneBy(List.of(line(device, undo)));
    }

    private static Optional<String> bytes(Map<DeviceNumber, Limit<DataSize>> limits, DeviceNumber device) {
        return Optional.ofNullable(limits.get(device)).map(V2BlkioPlan::bytes);
    }

    private static Optional<String> operations(Map<DeviceNumber, Limit<Long>> limits, DeviceNumber device) {
        return Optional.ofNullable(limits.get(device)).map(V2BlkioPlan::operations);
    }

    private static String bytes(Limit<DataSize> limit) {
        return operations(limit.map(DataSize::bytes));
    }

    private static String operations(Limit<Long> limit) {
        return limit.text(String::valueOf, V2BlkioThrottles.UNLIMITED);
    }

    private static Map<String, String> all(Throttle throttle) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(V2BlkioThrottles.READ_BPS, bytes(throttle.readBps()));
        all.put(V2BlkioThrottles.WRITE_BPS, bytes(throttle.writeBps()));
        all.put(V2BlkioThrottles.READ_IOPS, operations(throttle.readIops()));
        all.put(V2BlkioThrottles.WRITE_IOPS, operations(throttle.writeIops()));
        return all;
    }

    private KernelWrite line(DeviceNumber device, Map<String, String> limits) {
        String pairs = limits.entrySet().stream()
                .map(limit -> limit.getKey() + "=" + limit.getValue())
                .collect(Collectors.joining(" "));
        return KernelWrite.of(dir, MAX, device + " " + pairs)
                .explainedBy(refusal -> hints.explainLimit(device, limits.values(), refusal));
    }
}
