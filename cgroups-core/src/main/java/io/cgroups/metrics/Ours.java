package io.cgroups.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.noop.NoopMeter;
import java.util.function.BooleanSupplier;

/** Tells a meter that was registered now from one that the registry had before under the same name and tags. */
final class Ours {
    private Ours() {}

    /** Equal tags that no meter has yet. */
    static Tags fresh(Tags tags) {
        return Tags.of(
                tags.stream().map(tag -> Tag.of(tag.getKey(), tag.getValue())).toList());
    }

    /**
     * Asks the meter. That of a composite may have nobody to ask, but has the very tags that it was registered with.
     *
     * @param tags fresh ones
     * @param wasAsked whether the function that was registered was asked by now
     */
    static boolean is(Meter meter, MeterRegistry registry, Tags tags, BooleanSupplier wasAsked) {
        meter.measure().forEach(measurement -> measurement.getValue());
        return wasAsked.getAsBoolean()
                || meter instanceof NoopMeter
                || (registry instanceof CompositeMeterRegistry && hasOneOf(tags, meter));
    }

    /** The same tag, not an equal one: that another binder has, too. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean hasOneOf(Tags tags, Meter meter) {
        return meter.getId().getTags().stream().anyMatch(tag -> tags.stream().anyMatch(own -> own == tag));
    }
}
