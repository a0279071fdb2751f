package io.cgroups.examples.agent;

import io.cgroups.Cgroups;
import io.cgroups.metrics.CgroupTreeMetrics;
import io.cgroups.metrics.MetricNaming;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** The metrics of all groups below the base, by the names that container dashboards and alerts know. */
final class Scrape implements AutoCloseable {
    private static final Duration LOOK_FOR_GROUPS = Duration.ofSeconds(5);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CgroupTreeMetrics metrics;

    Scrape(Cgroups cgroups, int maxGroups) {
        metrics = CgroupTreeMetrics.builder(cgroups.base())
                .naming(MetricNaming.CONTAINER)
                .maxGroups(maxGroups)
                .every(LOOK_FOR_GROUPS)
                .build();
        metrics.bindTo(registry);
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        metrics.close();
        registry.close();
    }
}
