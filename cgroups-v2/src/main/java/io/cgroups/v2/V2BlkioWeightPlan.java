package io.cgroups.v2;

import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.IoWeight;
import io.cgroups.spi.BlockDevices;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.WantedWeights;
import io.cgroups.unit.DeviceNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The writes of the weights of a specification. That of the group goes into both files, as each has an effect on some disks;
 * that of a disk into those that take it.
 */
final class V2BlkioWeightPlan {
    private static final String DEFAULT = "default";

    private final V2BlkioWeights weights;
    private final GroupDir dir;
    private final BlockDevices devices;
    private final V2BlkioHints hints;
    private final List<KernelWrite> writes = new ArrayList<>();

    V2BlkioWeightPlan(V2BlkioWeights weights) {
        this.weights = weights;
        this.dir = weights.dir();
        this.devices = BlockDevices.of(dir.files());
        this.hints = new V2BlkioHints(dir);
    }

    List<KernelWrite> writes(WantedWeights wanted) {
        if (weights.hasIo()) {
            io(wanted.ioGroup(), those(wanted.ioDevices(), V2BlkioWeights.IO));
        }
        if (weights.hasBfq()) {
            bfq(wanted.group(), those(wanted.devices(), V2BlkioWeights.BFQ));
        }
        return writes;
    }

    /** The devices that take a weight in a file; to be taken away, one may be in a file that the disk has left since. */
    private <T> Map<DeviceNumber, Optional<T>> those(Map<DeviceNumber, Optional<T>> all, String file) {
        Map<DeviceNumber, Optional<T>> those = new TreeMap<>(all);
        those.entrySet().removeIf(entry -> entry.getValue().isPresent() && !takes(file, entry.getKey()));
        return those;
    }

    /** One that takes a weight in neither is given to one of them, so that the kernel is heard. */
    private boolean takes(String file, DeviceNumber device) {
        boolean bfq = weights.hasBfq()
                && devices.scheduler(device).filter("bfq"::equals).isPresent();
        boolean io = weights.hasIo() && (!bfq || V2BlkioCost.isSetUp(dir, device));
        return file.equals(V2BlkioWeights.IO) ? io : bfq || !weights.hasIo();
    }

    private void io(Optional<IoWeight> group, Map<DeviceNumber, Optional<IoWeight>> wanted) {
        V2BlkioWeightTable former = weights.table(V2BlkioWeights.IO);
        group.ifPresent(weight -> writes.add(KernelWrite.of(dir, V2BlkioWeights.IO, DEFAULT + " " + weight)
                .undoneBy(List.of(KernelWrite.of(dir, V2BlkioWeights.IO, DEFAULT + " " + former.group())))));
        wanted.forEach((device, weight) -> {
            Optional<Integer> before = Optional.ofNullable(former.devices().get(device));
            if (weight.isPresent() || before.isPresent()) {
                String undo = before.map(String::valueOf).orElse(DEFAULT);
                writes.add(write(
                                V2BlkioWeights.IO,
                                device,
                                weight.map(IoWeight::toString).orElse(DEFAULT))
                        .undoneBy(List.of(write(V2BlkioWeights.IO, device, undo))));
            }
        });
    }

    /**
     * Bfq takes the weights of all devices away when the one of the group is written, so those that are to stay are written
     * again. A device's weight is taken away in the same manner: bfq has the word "default" for that, but then it removes the
     * line and goes on with the weight the device had.
     */
    private void bfq(Optional<BlkioWeight> group, Map<DeviceNumber, Optional<BlkioWeight>> wanted) {
        V2BlkioWeightTable former = weights.table(V2BlkioWeights.BFQ);
        KernelWrite formerGroup = KernelWrite.of(dir, V2BlkioWeights.BFQ, Integer.toString(former.group()));
        List<KernelWrite> restore = new ArrayList<>(List.of(formerGroup));
        former.devices().forEach((device, weight) -> restore.add(bfq(device, weight)));

        boolean takesOneAway = wanted.entrySet().stream()
                .anyMatch(
                        entry -> entry.getValue().isEmpty() && former.devices().containsKey(entry.getKey()));
        if (group.isPresent() || takesOneAway) {
            writes.add(group.map(weight -> KernelWrite.of(dir, V2BlkioWeights.BFQ, weight.toString()))
                    .orElse(formerGroup)
                    .undoneBy(restore));
            former.devices().forEach((device, weight) -> {
                if (!wanted.containsKey(device)) {
                    writes.add(bfq(device, weight).undoneBy(List.of()));
                }
            });
        }
        wanted.forEach((device, weight) ->
                weight.ifPresent(own -> writes.add(bfq(device, own.value()).undoneBy(restore))));
    }

    private KernelWrite bfq(DeviceNumber device, int weight) {
        return write(V2BlkioWeights.BFQ, device, Integer.toString(weight));
    }

    private KernelWrite write(String file, DeviceNumber device, String value) {
        return KernelWrite.of(dir, file, device + " " + value).explainedBy(refusal -> hints.explain(device, refusal));
    }
}
