package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** The meters of one group. */
public final class CgroupMetrics implements MeterBinder {
    private final Cgroup group;
    private final List<Tag> tags;

    /**
     * Measures a group.
     *
     * @param group the group
     * @param tags what each meter has
     */
    public CgroupMetrics(Cgroup group, Iterable<Tag> tags) {
        this.group = group;
        this.tags =
                java.util.stream.StreamSupport.stream(tags.spliterator(), false).toList();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        throw new UnsupportedOperationException(group + " " + tags);
    }
}
