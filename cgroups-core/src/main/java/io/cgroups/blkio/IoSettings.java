package io.cgroups.blkio;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The part of a {@link BlkioSpec} that is as v2 has it; a setting, and a disk in one, that is absent stays as it is. Immutable.
 *
 * @param weight the weight on every disk; see {@link IoSettingsBuilder#ioWeight(IoWeight)}
 * @param deviceWeights the weight on one disk; see {@link IoSettingsBuilder#ioWeight(DeviceNumber, IoWeight)}
 * @param latencyTargets the targets by disk; see {@link IoSettingsBuilder#latencyTarget}
 * @param costQos the quality of service by disk; see {@link IoSettingsBuilder#costQos}
 * @param costModels the models by disk, empty for the kernel's own; see {@link IoSettingsBuilder#costModel}
 */
public record IoSettings(
        Optional<IoWeight> weight,
        Map<DeviceNumber, IoWeight> deviceWeights,
        Map<DeviceNumber, Limit<Duration>> latencyTargets,
        Map<DeviceNumber, CostQos> costQos,
        Map<DeviceNumber, Optional<CostModel>> costModels) {
    /** The shortest latency target: the kernel takes 0 as none. */
    public static final Duration SHORTEST_TARGET = Microseconds.of(1);

    /** The longest latency target: the kernel keeps it in nanoseconds. */
    public static final Duration LONGEST_TARGET = Microseconds.of(Long.MAX_VALUE / 1000);

    /**
     * Copies the maps and checks the targets.
     *
     * @param weight see the record
     * @param deviceWeights see the record
     * @param latencyTargets see the record
     * @param costQos see the record
     * @param costModels see the record
     * @throws InvalidValueException if a target is out of range
     */
    public IoSettings {
        deviceWeights = Collections.unmodifiableSortedMap(new TreeMap<>(deviceWeights));
        latencyTargets = Collections.unmodifiableSortedMap(new TreeMap<>(latencyTargets));
        costQos = Collections.unmodifiableSortedMap(new TreeMap<>(costQos));
        costModels = Collections.unmodifiableSortedMap(new TreeMap<>(costModels));
        latencyTargets.values().forEach(IoSettings::checkTarget);
    }

    IoSettings on(UnaryOperator<DeviceNumber> disk) {
        return new IoSettings(
                weight,
                BlkioSpec.onDisks(deviceWeights, disk),
                BlkioSpec.onDisks(latencyTargets, disk),
                BlkioSpec.onDisks(costQos, disk),
                BlkioSpec.onDisks(costModels, disk));
    }

    static void checkTarget(Limit<Duration> target) {
        target.value()
                .ifPresent(time -> Microseconds.check("io.latency target", time, SHORTEST_TARGET, LONGEST_TARGET));
    }
}
