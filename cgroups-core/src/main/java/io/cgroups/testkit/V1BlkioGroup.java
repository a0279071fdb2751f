package io.cgroups.testkit;

import io.cgroups.unit.DeviceNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What the in-memory kernel keeps for one group: the disks it has had to do with, and its weight. */
final class V1BlkioGroup {
    private static final long DEFAULT_WEIGHT = 100;

    private final MemGroup group;
    private final Map<DeviceNumber, V1BlkioDevice> devices = new LinkedHashMap<>();
    private long weight = DEFAULT_WEIGHT;

    V1BlkioGroup(MemGroup group) {
        this.group = group;
    }

    /** The state of a disk, made at its first use in this group and in those above. */
    V1BlkioDevice device(DeviceNumber number) {
        group.parent().ifPresent(parent -> parent.state(V1BlkioGroup.class).device(number));
        return devices.computeIfAbsent(number, V1BlkioDevice::new);
    }

    long weight() {
        return weight;
    }

    /** Sets the weight of the group, which takes those of its disks away. */
    void weight(long newWeight) {
        weight = newWeight;
        devices.values().forEach(device -> device.weight(0));
    }

    /** The kernel shows the disk that came last first. */
    private List<V1BlkioDevice> newestFirst() {
        List<V1BlkioDevice> list = new ArrayList<>(devices.values());
        Collections.reverse(list);
        return list;
    }

    /** A line for every disk that has a limit. */
    String lines(ToLongFunction<V1BlkioDevice> limit) {
        StringBuilder text = new StringBuilder();
        for (V1BlkioDevice device : newestFirst()) {
            long value = limit.applyAsLong(device);
            if (value != -1) {
                text.append(device.number())
                        .append(' ')
                        .append(Long.toUnsignedString(value))
                        .append('\n');
            }
        }
        return text.toString();
    }

    String weights() {
        StringBuilder text = new StringBuilder("default " + weight + "\n");
        newestFirst().stream()
                .filter(device -> device.weight() != 0)
                .forEach(device ->
                        text.append(device.number() + " " + device.weight()).append('\n'));
        return text.toString();
    }

    /** A file of statistics; BFQ has only the disks that run it. */
    String counts(String statistic, boolean bfq, boolean recursive) {
        StringBuilder text = new StringBuilder();
        long all = 0;
        for (V1BlkioDevice device : newestFirst()) {
            if (bfq && !MemDisks.hasBfq(device.number())) {
                continue;
            }
            long total = 0;
            for (String operation : V1BlkioDevice.OPERATIONS) {
                long count = recursive
                        ? countBelow(device.number(), statistic, operation)
                        : device.count(statistic, operation);
                text.append(device.number() + " " + operation + " " + count).append('\n');
                total += operation.endsWith("sync") || operation.equals("Sync") ? 0 : count;
            }
            text.append(device.number() + " Total " + total).append('\n');
            all += total;
        }
        return text.append("Total ").append(all).toString();
    }

    private long countBelow(DeviceNumber number, String statistic, String operation) {
        return group.subtree().stream()
                .map(each -> each.state(V1BlkioGroup.class).devices.get(number))
                .filter(device -> device != null)
                .mapToLong(device -> device.count(statistic, operation))
                .sum();
    }
}
