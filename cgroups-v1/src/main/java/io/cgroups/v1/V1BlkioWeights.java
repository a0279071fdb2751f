package io.cgroups.v1;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.WeightScale;
import io.cgroups.spi.GroupDir;
import io.cgroups.unit.DeviceNumber;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of weights, which are called differently for each scheduler.
 *
 * @param dir the group
 * @param scale the scheduler
 */
record V1BlkioWeights(GroupDir dir, WeightScale scale) {
    static final String SINCE = "one of the schedulers CFQ and BFQ, and a group below the root of the hierarchy";
    static final String DEVICE_SINCE = "the scheduler CFQ, or BFQ and Linux 5.4";

    /** Where a kernel has both schedulers CFQ is the one that disks run unless told otherwise. */
    static Optional<V1BlkioWeights> find(GroupDir dir) {
        for (WeightScale scale : WeightScale.values()) {
            if (dir.has(file(scale))) {
                return Optional.of(new V1BlkioWeights(dir, scale));
            }
        }
        return Optional.empty();
    }

    static String file(WeightScale scale) {
        return switch (scale) {
            case CFQ -> "blkio.weight";
            case BFQ -> "blkio.bfq.weight";
        };
    }

    String file() {
        return file(scale);
    }

    String deviceFile() {
        return file() + "_device";
    }

    BlkioWeight group() {
        return weight(file(), dir.readNumber(file()));
    }

    /** The weights that disks have of their own; none where the kernel knows no such thing. */
    Map<DeviceNumber, BlkioWeight> devices() {
        Map<DeviceNumber, BlkioWeight> weights = new TreeMap<>();
        dir.readIfPresent(deviceFile())
                .map(text -> V1DeviceTable.parse(dir.file(deviceFile()), text))
                .ifPresent(table -> table.devices()
                        .keySet()
                        .forEach(device -> table.number(device)
                                .ifPresent(number -> weights.put(device, weight(deviceFile(), number)))));
        return weights;
    }

    private BlkioWeight weight(String file, long number) {
        try {
            return BlkioWeight.of(Math.toIntExact(number));
        } catch (ArithmeticException | InvalidValueException e) {
            throw new CgroupFormatException(dir.file(file), "a weight of 1 to 1000", Long.toString(number), e);
        }
    }
}
