package io.cgroups.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** A number of a tree as a meter. Several trees can have the same base: each has meters of its own, told apart by a number. */
final class TreeGauge {
    private static final int MOST = 100;

    private final DoubleSupplier reading;
    private volatile boolean wasAsked;

    private TreeGauge(DoubleSupplier reading) {
        this.reading = reading;
    }

    private double value() {
        wasAsked = true;
        return reading.getAsDouble();
    }

    /** Registers it; empty when there are far too many. */
    static Optional<Meter> register(
            MeterRegistry registry, String name, String description, Tags base, DoubleSupplier reading) {
        for (int number = 1; number <= MOST; number++) {
            TreeGauge gauge = new TreeGauge(reading);
            Tags tags = Ours.fresh(base.and("tree", String.valueOf(number)));
            Meter meter = Gauge.builder(name, gauge, TreeGauge::value)
                    .tags(tags)
                    .description(description)
                    .strongReference(true)
                    .register(registry);
            if (Ours.is(meter, registry, tags, () -> gauge.wasAsked)) {
                return Optional.of(meter);
            }
        }
        return Optional.empty();
    }
}
