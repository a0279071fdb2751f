package io.cgroups.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One meter of a group, before it is bound to a registry.
 *
 * @param name its name, dots between words
 * @param isCounter whether it only grows
 * @param unit the base unit, empty for none
 * @param description what it shows
 * @param tags what it has besides those of the group
 * @param reading its value in a look; not a number where the kernel does not report it
 */
record Metric(
        String name, boolean isCounter, String unit, String description, Tags tags, ToDoubleFunction<Look> reading) {

    static final String NONE = "";
    static final String SECONDS = "seconds";
    static final String BYTES = "bytes";

    static Metric counter(String name, String unit, String description, ToDoubleFunction<Look> reading) {
        return new Metric(name, true, unit, description, Tags.empty(), reading);
    }

    static <T> Metric counter(
            String name, String unit, String description, Part<?, T> part, ToDoubleFunction<T> reading) {
        return counter(name, unit, description, of(part, reading));
    }

    static Metric gauge(String name, String unit, String description, ToDoubleFunction<Look> reading) {
        return new Metric(name, false, unit, description, Tags.empty(), reading);
    }

    static <T> Metric gauge(
            String name, String unit, String description, Part<?, T> part, ToDoubleFunction<T> reading) {
        return gauge(name, unit, description, of(part, reading));
    }

    private static <T> ToDoubleFunction<Look> of(Part<?, T> part, ToDoubleFunction<T> reading) {
        return look -> {
            Optional<T> read = look.get(part);
            return read.isPresent() ? reading.applyAsDouble(read.get()) : Values.ABSENT;
        };
    }

    Metric tagged(String... keysAndValues) {
        return new Metric(name, isCounter, unit, description, tags.and(keysAndValues), reading);
    }

    /** Registers the meter, which keeps alive what it asks for as long as it is registered. */
    Meter register(MeterRegistry registry, Tags common, DoubleSupplier value) {
        Tags all = common.and(tags);
        // Micrometer refers to the object weakly and to the function strongly, so the function refers to the object.
        return isCounter
                ? FunctionCounter.builder(name, value, any -> value.getAsDouble())
                        .tags(all)
                        .description(description)
                        .baseUnit(unitOrNull())
                        .register(registry)
                : Gauge.builder(name, value, any -> value.getAsDouble())
                        .tags(all)
                        .description(description)
                        .baseUnit(unitOrNull())
                        .register(registry);
    }

    private @Nullable String unitOrNull() {
        return unit.isEmpty() ? null : unit;
    }
}
