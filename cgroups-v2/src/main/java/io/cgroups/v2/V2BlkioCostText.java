package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.blkio.CostGoals;
import io.cgroups.blkio.CostModel;
import io.cgroups.blkio.CostQos;
import io.cgroups.blkio.DiskSpeed;
import io.cgroups.blkio.LatencyGoal;
import io.cgroups.blkio.Percent;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.NestedKeyed;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The texts of {@code io.cost.qos} and {@code io.cost.model}. */
final class V2BlkioCostText {
    private static final String CONTROL = "ctrl";
    private static final String AUTOMATIC = "auto";
    private static final long NANOS = 1000;

    private final Path file;
    private final Map<String, String> values;

    private V2BlkioCostText(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static Map<DeviceNumber, CostQos> qualities(Path file, String text) {
        return devices(file, text, V2BlkioCostText::quality);
    }

    static Map<DeviceNumber, Optional<CostModel>> models(Path file, String text) {
        return devices(file, text, V2BlkioCostText::model);
    }

    private static <T> Map<DeviceNumber, T> devices(Path file, String text, Function<V2BlkioCostText, T> parse) {
        Map<DeviceNumber, T> devices = new TreeMap<>();
        V2Blkio.devices(NestedKeyed.parse(file, text).all())
                .forEach((device, values) -> devices.put(device, parse.apply(new V2BlkioCostText(file, values))));
        return devices;
    }

    private CostQos quality() {
        return new CostQos(
                number("enable") != 0,
                isAutomatic()
                        ? Optional.empty()
                        : Optional.of(new CostGoals(goal("r"), goal("w"), percent("min"), percent("max"))));
    }

    private Optional<CostModel> model() {
        return isAutomatic() ? Optional.empty() : Optional.of(new CostModel(speed("r"), speed("w")));
    }

    private boolean isAutomatic() {
        return value(CONTROL).equals(AUTOMATIC);
    }

    private LatencyGoal goal(String direction) {
        return new LatencyGoal(percent(direction + "pct"), Duration.of(number(direction + "lat"), ChronoUnit.MICROS));
    }

    private DiskSpeed speed(String direction) {
        return new DiskSpeed(
                DataSize.ofBytes(number(direction + "bps")),
                number(direction + "seqiops"),
                number(direction + "randiops"));
    }

    private Percent percent(String key) {
        String text = value(key);
        try {
            return Percent.parse(text);
        } catch (InvalidValueException e) {
            throw new CgroupFormatException(file, "a percentage for " + key, text, e);
        }
    }

    private long number(String key) {
        return KernelNumbers.parse(file, value(key));
    }

    private String value(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new CgroupFormatException(file, "a value for " + key, values.toString(), null));
    }

    static String text(CostQos qos) {
        return "enable=" + (qos.enabled() ? 1 : 0)
                + qos.goals().map(V2BlkioCostText::text).orElse(" " + CONTROL + "=" + AUTOMATIC);
    }

    private static String text(CostGoals goals) {
        return " " + CONTROL + "=user" + text("r", goals.read()) + text("w", goals.write()) + " min=" + goals.min()
                + " max=" + goals.max();
    }

    private static String text(String direction, LatencyGoal goal) {
        return " " + direction + "pct=" + goal.percentile() + " " + direction + "lat="
                + goal.latency().toNanos() / NANOS;
    }

    static String text(Optional<CostModel> model) {
        return model.map(own -> CONTROL + "=user model=linear" + text("r", own.read()) + text("w", own.write()))
                .orElse(CONTROL + "=" + AUTOMATIC);
    }

    private static String text(String direction, DiskSpeed speed) {
        return " " + direction + "bps=" + speed.bytes().bytes() + " " + direction + "seqiops="
                + speed.sequentialOperations() + " " + direction + "randiops=" + speed.randomOperations();
    }
}
