package io.cgroups.testkit;

import io.cgroups.unit.DeviceNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The io controller of v2: limits, weights where the cost model or bfq is on for a device, and what was transferred. */
final class V2IoFiles implements MemController {
    private static final List<String> COUNTERS = List.of("rbytes", "wbytes", "rios", "wios", "dbytes", "dios");

    /** What a device can do for a group. */
    enum Transfer {
        READ("rbytes", "rios"),
        WRITE("wbytes", "wios"),
        DISCARD("dbytes", "dios");

        private final String bytes;
        private final String operations;

        Transfer(String bytes, String operations) {
            this.bytes = bytes;
            this.operations = operations;
        }
    }

    /** What one group has. */
    static final class State {
        private final Map<DeviceNumber, Map<String, Long>> counters = new LinkedHashMap<>();
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("io.stat", MemFile.readOnly(() -> stat(state)));
        if (group.isRoot()) {
            V2IoCost cost = group.keep(new V2IoCost());
            group.file("io.cost.qos", cost.qos());
            group.file("io.cost.model", cost.model());
            return;
        }
        Consumer<DeviceNumber> meet = device -> meet(group, device);
        V2IoCost cost = group.hierarchy().root().state(V2IoCost.class);
        group.file("io.max", new V2IoMax(meet).file());
        group.file("io.weight", V2IoWeight.ofCostModel(cost::takesWeights, meet).file());
        group.file("io.bfq.weight", V2IoWeight.ofBfq(meet).file());
    }

    /** A device that a group has a setting for is listed, without numbers, in it and in those above. */
    private static void meet(MemGroup group, DeviceNumber device) {
        group.find(State.class)
                .ifPresent(state -> state.counters.computeIfAbsent(device, key -> new LinkedHashMap<>()));
        group.parent().ifPresent(above -> meet(above, device));
    }

    /** Counts one operation of a group's members, in it and in those above. */
    static void transfer(MemGroup group, DeviceNumber device, Transfer kind, long bytes) {
        group.find(State.class).ifPresent(state -> {
            Map<String, Long> counters = state.counters.computeIfAbsent(device, key -> new LinkedHashMap<>());
            counters.merge(kind.bytes, bytes, Long::sum);
            counters.merge(kind.operations, 1L, Long::sum);
        });
        group.parent().ifPresent(above -> transfer(above, device, kind, bytes));
    }

    private static String stat(State state) {
        return state.counters.entrySet().stream()
                .map(device -> device.getKey() + " " + numbers(device.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String numbers(Map<String, Long> counters) {
        return counters.isEmpty()
                ? ""
                : COUNTERS.stream()
                        .map(key -> key + "=" + counters.getOrDefault(key, 0L))
                        .collect(Collectors.joining(" "));
    }
}
