package io.cgroups.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.step.StepFunctionCounter;
import java.lang.ref.WeakReference;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The meters of one group in one registry. The registry refers to them, not the other way round, so that it can be dropped. Not
 * safe for use by several threads.
 */
final class RegistryMeters {
    private final WeakReference<MeterRegistry> registry;
    private final GroupMeters group;
    private final Round round;
    private final Map<Integer, Meter> bound = new HashMap<>();

    RegistryMeters(MeterRegistry registry, GroupMeters group, Round round) {
        this.registry = new WeakReference<>(registry);
        this.group = group;
        this.round = round;
    }

    boolean isFor(MeterRegistry other) {
        return registry.refersTo(other);
    }

    boolean isDropped() {
        return registry.get() == null;
    }

    /** Registers what one sample says is to be there and is not, and removes all else. */
    void keep(BitSet present, long number, Tags tags) {
        MeterRegistry into = registry.get();
        if (into == null) {
            return;
        }
        bound.entrySet().removeIf(meter -> {
            boolean isLost = !present.get(meter.getKey());
            if (isLost) {
                into.remove(meter.getValue());
            }
            return isLost;
        });
        present.stream()
                .filter(place -> !bound.containsKey(place))
                .forEach(place -> register(into, place, number, tags));
    }

    /**
     * A registry keeps what it has under a name and tags. That may be of a group which is gone and had the same path; when asked,
     * it notices and makes room.
     */
    private void register(MeterRegistry into, int place, long number, Tags tags) {
        for (int attempt = 0; attempt < 2; attempt++) {
            Asking asking = new Asking(group, place, round, number);
            Meter meter = group.metric(place).register(into, tags, asking);
            if (meter instanceof StepFunctionCounter) {
                // It takes what the group did before for what it did since.
                asking.beginAtZero();
            }
            if (Ours.is(meter, into, tags, asking::wasAsked)) {
                bound.put(place, meter);
                return;
            }
        }
    }

    void removeAll() {
        MeterRegistry from = registry.get();
        if (from != null) {
            bound.values().forEach(from::remove);
        }
        bound.clear();
    }
}
