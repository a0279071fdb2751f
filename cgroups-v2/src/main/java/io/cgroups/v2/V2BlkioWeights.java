package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.IoWeight;
import io.cgroups.blkio.IoWeightConversion;
import io.cgroups.blkio.WeightScale;
import io.cgroups.spi.GroupDir;
import io.cgroups.unit.DeviceNumber;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The two files of weights, of which a kernel may have one or both: that of the cost model, and that of the scheduler bfq.
 * The one has the scale of v2, the other one that of v1.
 */
final class V2BlkioWeights {
    static final String IO = "io.weight";
    static final String BFQ = "io.bfq.weight";

    private final GroupDir dir;
    private final boolean hasIo;
    private final boolean hasBfq;

    V2BlkioWeights(GroupDir dir) {
        this.dir = dir;
        this.hasIo = dir.has(IO);
        this.hasBfq = dir.has(BFQ);
    }

    GroupDir dir() {
        return dir;
    }

    boolean hasIo() {
        return hasIo;
    }

    boolean hasBfq() {
        return hasBfq;
    }

    boolean areMissing() {
        return !hasIo && !hasBfq;
    }

    WeightScale scale() {
        return hasBfq ? WeightScale.BFQ : WeightScale.CFQ;
    }

    private IoWeightConversion conversion() {
        return IoWeightConversion.usual(scale());
    }

    V2BlkioWeightTable table(String file) {
        return V2BlkioWeightTable.parse(dir.file(file), dir.read(file));
    }

    BlkioWeight group() {
        return hasBfq
                ? bfq(table(BFQ).group())
                : conversion().toBlkioWeight(io(table(IO).group()));
    }

    IoWeight ioGroup() {
        return hasIo
                ? io(table(IO).group())
                : conversion().toIoWeight(bfq(table(BFQ).group()));
    }

    /** A disk has its weight in one of the files, or the same in both. */
    Map<DeviceNumber, BlkioWeight> devices() {
        Map<DeviceNumber, BlkioWeight> weights = new TreeMap<>();
        if (hasIo) {
            weights.putAll(map(IO, number -> conversion().toBlkioWeight(io(number))));
        }
        if (hasBfq) {
            weights.putAll(map(BFQ, this::bfq));
        }
        return weights;
    }

    Map<DeviceNumber, IoWeight> ioDevices() {
        Map<DeviceNumber, IoWeight> weights = new TreeMap<>();
        if (hasBfq) {
            weights.putAll(map(BFQ, number -> conversion().toIoWeight(bfq(number))));
        }
        if (hasIo) {
            weights.putAll(map(IO, this::io));
        }
        return weights;
    }

    private <T> Map<DeviceNumber, T> map(String file, IntFunction<T> weight) {
        Map<DeviceNumber, T> weights = new TreeMap<>();
        table(file).devices().forEach((device, number) -> weights.put(device, weight.apply(number)));
        return weights;
    }

    private BlkioWeight bfq(int number) {
        return checked(BFQ, number, BlkioWeight::of);
    }

    private IoWeight io(int number) {
        return checked(IO, number, IoWeight::of);
    }

    private <T> T checked(String file, int number, IntFunction<T> weight) {
        try {
            return weight.apply(number);
        } catch (InvalidValueException e) {
            throw new CgroupFormatException(dir.file(file), "a weight in range", Integer.toString(number), e);
        }
    }
}
