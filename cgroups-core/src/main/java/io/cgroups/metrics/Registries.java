package io.cgroups.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The registries that something is bound to, each with meters of it; a registry can be dropped. Not safe for many threads. */
final class Registries {
    private final Map<MeterRegistry, List<Meter>> meters = new WeakHashMap<>();

    boolean has(MeterRegistry registry) {
        return meters.containsKey(registry);
    }

    void add(MeterRegistry registry) {
        meters.put(registry, new ArrayList<>());
    }

    void remember(MeterRegistry registry, Meter meter) {
        meters.computeIfAbsent(registry, any -> new ArrayList<>()).add(meter);
    }

    List<MeterRegistry> all() {
        return List.copyOf(meters.keySet());
    }

    void close() {
        meters.forEach((registry, those) -> those.forEach(registry::remove));
        meters.clear();
    }
}
