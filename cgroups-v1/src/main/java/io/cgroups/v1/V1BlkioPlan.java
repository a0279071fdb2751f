package io.cgroups.v1;

import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.WantedWeights;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The writes of a blkio specification: one for each device, since the files read as many lines but take one. */
final class V1BlkioPlan {
    private static final String UNLIMITED = "0";

    private final GroupDir dir;
    private final V1BlkioHints hints;
    private final List<KernelWrite> writes = new ArrayList<>();

    V1BlkioPlan(GroupDir dir) {
        this.dir = dir;
        this.hints = new V1BlkioHints(dir);
    }

    List<KernelWrite> writes() {
        return List.copyOf(writes);
    }

    /** Plans the limits; the former ones come from tables, which are asked for the files of limits that are mentioned. */
    V1BlkioPlan throttles(Function<String, V1DeviceTable> tables, BlkioSpec spec) {
        add(tables, V1Blkio.READ_BPS, spec.readBps(), DataSize::bytes);
        add(tables, V1Blkio.WRITE_BPS, spec.writeBps(), DataSize::bytes);
        add(tables, V1Blkio.READ_IOPS, spec.readIops(), Long::longValue);
        add(tables, V1Blkio.WRITE_IOPS, spec.writeIops(), Long::longValue);
        return this;
    }

    private <T extends Comparable<? super T>> void add(
            Function<String, V1DeviceTable> tables,
            String file,
            Map<DeviceNumber, Limit<T>> limits,
            ToLongFunction<T> number) {
        if (limits.isEmpty()) {
            return;
        }
        V1DeviceTable former = tables.apply(file);
        limits.forEach((device, limit) -> {
            String undo = former.number(device).map(String::valueOf).orElse(UNLIMITED);
            String text = limit.text(value -> Long.toString(number.applyAsLong(value)), UNLIMITED);
            writes.add(write(file, device, text).undoneBy(List.of(write(file, device, undo))));
        });
    }

    private KernelWrite write(String file, DeviceNumber device, String value) {
        return KernelWrite.of(dir, file, device + " " + value).explainedBy(refusal -> hints.explain(device, refusal));
    }

    V1BlkioPlan weights(V1BlkioWeights weights, WantedWeights wanted) {
        switch (weights.scale()) {
            case CFQ -> cfq(weights, wanted);
            case BFQ -> bfq(weights, wanted);
        }
        return this;
    }

    private void cfq(V1BlkioWeights weights, WantedWeights wanted) {
        wanted.group().ifPresent(weight -> writes.add(KernelWrite.of(dir, weights.file(), weight.toString())));
        if (wanted.devices().isEmpty()) {
            return;
        }
        String file = weights.deviceFile();
        Map<DeviceNumber, BlkioWeight> former = weights.devices();
        wanted.devices().forEach((device, weight) -> {
            String text = weight.map(BlkioWeight::toString).orElse("0");
            String undo = former.containsKey(device) ? String.valueOf(former.get(device)) : "0";
            writes.add(write(file, device, text).undoneBy(List.of(write(file, device, undo))));
        });
    }

    /**
     * BFQ takes the weights of all devices away when the one of the group is written, so those that are to stay are
     * written again. A device's weight is taken away in the same manner: BFQ has the word "default" for that, but then it
     * removes the line and goes on with the weight the device had.
     */
    private void bfq(V1BlkioWeights weights, WantedWeights wanted) {
        Map<DeviceNumber, BlkioWeight> former = weights.devices();
        KernelWrite formerGroup =
                KernelWrite.of(dir, weights.file(), weights.group().toString());
        List<KernelWrite> restore = new ArrayList<>(List.of(formerGroup));
        former.forEach((device, weight) -> restore.add(write(weights.deviceFile(), device, weight.toString())));

        boolean takesOneAway = wanted.devices().entrySet().stream()
                .anyMatch(entry -> entry.getValue().isEmpty() && former.containsKey(entry.getKey()));
        if (wanted.group().isPresent() || takesOneAway) {
            KernelWrite group = wanted.group()
                    .map(weight -> KernelWrite.of(dir, weights.file(), weight.toString()))
                    .orElse(formerGroup);
            writes.add(group.undoneBy(restore));
            former.forEach((device, weight) -> {
                if (!wanted.devices().containsKey(device)) {
                    writes.add(write(weights.deviceFile(), device, weight.toString())
                            .undoneBy(List.of()));
                }
            });
        }
        wanted.devices()
                .forEach((device, weight) -> weight.ifPresent(own -> writes.add(
                        write(weights.deviceFile(), device, own.toString()).undoneBy(restore))));
    }
}
