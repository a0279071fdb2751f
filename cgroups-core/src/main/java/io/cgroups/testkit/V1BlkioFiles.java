package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.unit.DeviceNumber;
import java.math.BigInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blkio controller of v1: limits with the kernel's careless parsing, weights of BFQ, and counters of I/O that a test
 * makes. The disks are those of {@link MemDisks}.
 */
final class V1BlkioFiles implements MemController {
    private static final Pattern DEVICE_LINE = Pattern.compile("(\\d{1,9}:\\d{1,9})\\s+(.+)");
    private static final Pattern DIGITS = Pattern.compile("(\\d+).*");
    private static final Pattern DEFAULT_WEIGHT = Pattern.compile("default\\s+(\\d+).*");
    private static final long MAX_WEIGHT = 1000;

    /** What is done with the value of one device. */
    private interface Setter {
        void set(V1BlkioDevice device, String value);
    }

    @Override
    public void populate(MemGroup group) {
        V1BlkioGroup state = group.keep(new V1BlkioGroup(group));
        addLimits(group, state);
        addStatistics(group, state);
        group.file("blkio.reset_stats", MemFile.writeOnly(KernelText::number));
        if (!group.isRoot()) {
            addWeights(group, state);
        }
    }

    private static void addLimits(MemGroup group, V1BlkioGroup state) {
        for (String direction : V1BlkioDevice.DIRECTIONS) {
            String bps = "blkio.throttle." + direction + "_bps_device";
            String iops = "blkio.throttle." + direction + "_iops_device";
            group.file(
                    bps,
                    MemFile.of(
                            () -> state.lines(device -> device.limit(bps)),
                            text -> set(state, text, (device, value) -> device.limit(bps, limit(value)))));
            // The kernel has 32 bits for operations and cuts the rest off.
            group.file(
                    iops,
                    MemFile.of(
                            () -> state.lines(device -> device.limit(iops)),
                            text -> set(
                                    state,
                                    text,
                                    (device, value) ->
                                            device.limit(iops, limit(value) == -1 ? -1 : cut(limit(value))))));
        }
    }

    private static long cut(long limit) {
        long low = limit & 0xffff_ffffL;
        return low == 0xffff_ffffL ? -1 : low;
    }

    /** Parses like {@code sscanf(.., "%llu", ..)}: what follows the digits is ignored, 64 bits wrap; 0 is no limit. */
    private static long limit(String value) {
        long number = leadingNumber(value);
        return number == 0 ? -1 : number;
    }

    private static long leadingNumber(String value) {
        Matcher digits = DIGITS.matcher(value);
        if (!digits.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return new BigInteger(digits.group(1)).longValue();
    }

    private static void set(V1BlkioGroup state, String text, Setter setter) {
        Matcher line = DEVICE_LINE.matcher(text);
        if (!line.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        DeviceNumber disk = MemDisks.requireDisk(line.group(1));
        setter.set(state.device(disk), line.group(2));
    }

    private static void addStatistics(MemGroup group, V1BlkioGroup state) {
        for (String statistic : V1BlkioDevice.STATISTICS) {
            group.file("blkio.throttle." + statistic, MemFile.readOnly(() -> state.counts(statistic, false, false)));
            group.file(
                    "blkio.throttle." + statistic + "_recursive",
                    MemFile.readOnly(() -> state.counts(statistic, false, true)));
            group.file("blkio.bfq." + statistic, MemFile.readOnly(() -> state.counts(statistic, true, false)));
            group.file(
                    "blkio.bfq." + statistic + "_recursive",
                    MemFile.readOnly(() -> state.counts(statistic, true, true)));
        }
    }

    private static void addWeights(MemGroup group, V1BlkioGroup state) {
        Consumer<String> setGroup = text -> state.weight(checkWeight(positive(KernelText.number(text))));
        group.file("blkio.bfq.weight", MemFile.of(() -> Long.toString(state.weight()), setGroup));
        group.file("blkio.bfq.weight_device", MemFile.of(state::weights, text -> {
            Matcher every = DEFAULT_WEIGHT.matcher(text);
            if (every.matches() || text.matches("\\d+")) {
                state.weight(checkWeight(leadingNumber(every.matches() ? every.group(1) : text)));
            } else {
                set(state, text, V1BlkioFiles::setWeight);
            }
        }));
    }

    private static void setWeight(V1BlkioDevice device, String value) {
        if (!MemDisks.hasBfq(device.number())) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        device.weight(value.equals("default") ? 0 : checkWeight(leadingNumber(value)));
    }

    private static long positive(long number) {
        if (number < 0) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return number;
    }

    private static long checkWeight(long weight) {
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new KernelRefusal(Errno.ERANGE);
        }
        return weight;
    }
}
