package io.cgroups.v2;

import io.cgroups.blkio.CostModel;
import io.cgroups.blkio.CostQos;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DeviceNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cost model of the root: a device that was set up once stays in both files, at least with what it had at first. */
final class V2BlkioCost {
    static final String QOS = "io.cost.qos";
    static final String MODEL = "io.cost.model";

    private final GroupDir dir;

    V2BlkioCost(GroupDir dir) {
        this.dir = dir;
    }

    /** Whether the cost model takes weights of a device; not known where the root is out of sight. */
    static boolean isSetUp(GroupDir dir, DeviceNumber device) {
        GroupDir root = dir;
        for (Optional<GroupDir> above = dir.parent(); above.isPresent(); above = root.parent()) {
            root = above.get();
        }
        GroupDir top = root;
        return top.readIfPresent(QOS)
                .filter(text -> V2BlkioCostText.qualities(top.file(QOS), text).containsKey(device))
                .isPresent();
    }

    List<KernelWrite> qualities(Map<DeviceNumber, CostQos> wanted, Map<DeviceNumber, CostQos> former) {
        return writes(QOS, wanted, former, CostQos.off(), V2BlkioCostText::text);
    }

    List<KernelWrite> models(
            Map<DeviceNumber, Optional<CostModel>> wanted, Map<DeviceNumber, Optional<CostModel>> former) {
        return writes(MODEL, wanted, former, Optional.empty(), V2BlkioCostText::text);
    }

    private <T> List<KernelWrite> writes(
            String file, Map<DeviceNumber, T> wanted, Map<DeviceNumber, T> former, T first, Function<T, String> text) {
        return wanted.entrySet().stream()
                .map(entry -> write(file, entry.getKey(), text.apply(entry.getValue()))
                        .undoneBy(List.of(
                                write(file, entry.getKey(), text.apply(former.getOrDefault(entry.getKey(), first))))))
                .toList();
    }

    private KernelWrite write(String file, DeviceNumber device, String text) {
        return KernelWrite.of(dir, file, device + " " + text)
                .explainedBy(refusal -> new V2BlkioHints(dir).explain(device, refusal));
    }
}
