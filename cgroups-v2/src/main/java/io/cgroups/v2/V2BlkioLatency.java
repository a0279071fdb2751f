package io.cgroups.v2;

import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.NestedKeyed;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Latency targets: {@code 8:0 target=75000}, in microseconds. */
final class V2BlkioLatency {
    static final String FILE = "io.latency";

    private static final String TARGET = "target";
    private static final String NONE = "max";
    private static final long NANOS = 1000;

    private final GroupDir dir;

    V2BlkioLatency(GroupDir dir) {
        this.dir = dir;
    }

    Map<DeviceNumber, Duration> parse(String text) {
        Map<DeviceNumber, Duration> targets = new TreeMap<>();
        V2Blkio.devices(NestedKeyed.parse(dir.file(FILE), text).all())
                .forEach((device, values) -> Optional.ofNullable(values.get(TARGET))
                        .filter(target -> !target.equals(NONE))
                        .map(target -> KernelNumbers.parse(dir.file(FILE), target))
                        .ifPresent(micros -> targets.put(device, Duration.of(micros, ChronoUnit.MICROS))));
        return targets;
    }

    List<KernelWrite> writes(Map<DeviceNumber, Limit<Duration>> targets, Map<DeviceNumber, Duration> former) {
        return targets.entrySet().stream()
                .map(target -> write(target.getKey(), target.getValue())
                        .undoneBy(List.of(write(
                                target.getKey(),
                                Optional.ofNullable(former.get(target.getKey()))
                                        .map(Limit::of)
                                        .orElseGet(Limit::unlimited)))))
                .toList();
    }

    private KernelWrite write(DeviceNumber device, Limit<Duration> target) {
        String text = target.text(time -> Long.toString(time.toNanos() / NANOS), NONE);
        return KernelWrite.of(dir, FILE, device + " " + TARGET + "=" + text)
                .explainedBy(refusal -> new V2BlkioHints(dir).explain(device, refusal));
    }
}
