package io.cgroups.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.WeakHashMap;

/** The rounds of registries, which all groups that are measured together share. Safe for use by many threads. */
final class Rounds {
    private final Map<MeterRegistry, Round> rounds = new WeakHashMap<>();

    synchronized Round of(MeterRegistry registry) {
        return rounds.computeIfAbsent(registry, any -> new Round());
    }
}
