package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.unit.DeviceNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The io controller of v2: limits, weights where the cost model or bfq is on for a device, and what was transferred. */
final class V2IoFiles implements MemController {
    private static final Pattern ENABLE = Pattern.compile("enable=(\\d{1,9})");
    private static final String QUALITY =
            " ctrl=auto rpct=0.00 rlat=250000 wpct=0.00 wlat=250000 min=1.00 max=10000.00";

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

        /** What the root has decided for the machine: devices whose cost is modelled. */
        private final Map<DeviceNumber, Boolean> costs = new LinkedHashMap<>();
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("io.stat", MemFile.readOnly(() -> stat(state)));
        if (group.isRoot()) {
            group.file("io.cost.qos", MemFile.of(() -> qualities(state), text -> setQuality(state, text)));
            group.file("io.cost.model", MemFile.of(() -> "", text -> {
                throw new KernelRefusal(Errno.EINVAL);
            }));
            return;
        }
        group.file("io.max", new V2IoMax().file());
        State machine = group.hierarchy().root().state(State.class);
        group.file(
                "io.weight", V2IoWeight.ofCostModel(machine.costs::containsKey).file());
        group.file("io.bfq.weight", V2IoWeight.ofBfq().file());
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
        return COUNTERS.stream()
                .map(key -> key + "=" + counters.getOrDefault(key, 0L))
                .collect(Collectors.joining(" "));
    }

    private static String qualities(State state) {
        return state.costs.entrySet().stream()
                .map(device -> device.getKey() + " enable=" + (device.getValue() ? 1 : 0) + QUALITY)
                .collect(Collectors.joining("\n"));
    }

    private static void setQuality(State state, String text) {
        V2DeviceLine line = V2DeviceLine.parse(text);
        Matcher matcher = ENABLE.matcher(line.body());
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        state.costs.put(line.device(), Integer.parseInt(matcher.group(1)) != 0);
    }
}
