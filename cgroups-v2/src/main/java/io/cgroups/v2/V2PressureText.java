package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.pressure.Pressure;
import io.cgroups.pressure.Stall;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.NestedKeyed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The text of a pressure file: a line for some and one for full, of which either may be missing. */
final class V2PressureText {
    private final Path file;
    private final Map<String, String> values;

    private V2PressureText(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static Pressure parse(Path file, String text) {
        NestedKeyed lines = NestedKeyed.parse(file, text);
        return new Pressure(
                lines.find("some").map(values -> new V2PressureText(file, values).stall()),
                lines.find("full").map(values -> new V2PressureText(file, values).stall()));
    }

    private Stall stall() {
        Duration total = Duration.of(KernelNumbers.parseCounter(file, value("total")), ChronoUnit.MICROS);
        return new Stall(percent("avg10"), percent("avg60"), percent("avg300"), total);
    }

    private double percent(String name) {
        String text = value(name);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new CgroupFormatException(file, "a percentage " + name, text, e);
        }
    }

    private String value(String name) {
        String text = values.get(name);
        if (text == null) {
            throw new CgroupFormatException(file, "a value of " + name, values.toString(), null);
        }
        return text;
    }
}
