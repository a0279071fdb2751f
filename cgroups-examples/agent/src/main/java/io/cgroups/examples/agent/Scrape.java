package io.cgroups.examples.agent;

import io.cgroups.Cgroups;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The metrics of all groups, as Prometheus reads them. */
final class Scrape implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Scrape(Cgroups cgroups, int maxGroups) {}

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
