package io.cgroups.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.ScopedCgroup;
import io.cgroups.contract.OnHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: kernel, application, a Prometheus server, and its rules for containers. */
@OnHost
class ThrottlingAlertIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    @Test
    void anAlertFiresWhileTheQuotaIsTightAndIsResolvedWhenItIsRaised() throws IOException {
        try (ScopedCgroup scope = TestGroup.create();
                RunningApplication application =
                        RunningApplication.startIn(scope.group(), "--cgroups.naming=container");
                PrometheusServer prometheus = PrometheusServer.start(
                        ExampleFiles.copyTo(directory, application.port()), directory.resolve("data"))) {
            Cgroup group = scope.group();
            group.command("sh", "-c", "while :; do :; done").start();
            // Without a quota nothing is throttled, whatever it does.
            Eventually.until(
                    LIMIT, () -> prometheus.query("container_cpu_usage_seconds_total"), OptionalDouble::isPresent);
            assertThat(prometheus.alerts()).isEmpty();

            group.cpuQuota(30_000);
            PrometheusServer.Alert alert = firing(prometheus, "CpuThrottled");

            assertThat(alert.labels()).containsEntry("container", "measured").containsEntry("id", "/" + group.path());
            assertThat(alert.annotations().get("summary")).contains("measured", "%");
            assertThat(prometheus
                            .query("rate(container_cpu_cfs_throttled_seconds_total[10s])")
                            .orElseThrow())
                    .isPositive();
            assertThat(prometheus
                            .query("container_spec_cpu_quota / container_spec_cpu_period")
                            .orElseThrow())
                    .isEqualTo(0.3);
            assertThat(prometheus
                            .query("container_memory_working_set_bytes / container_spec_memory_limit_bytes")
                            .orElseThrow())
                    .isBetween(0.01, 1.0);

            group.cpuQuota(200_000);
            Eventually.until(LIMIT, prometheus::alerts, List::isEmpty);
            assertThat(prometheus
                            .query("container_spec_cpu_quota / container_spec_cpu_period")
                            .orElseThrow())
                    .isEqualTo(2.0);
        }
    }

    @Test
    void promtoolObjectsToNothingInTheNamesOfContainers() throws IOException {
        try (ScopedCgroup scope = TestGroup.create();
                RunningApplication application =
                        RunningApplication.startIn(scope.group().cpuQuota(100_000), "--cgroups.naming=container")) {
            Exposition metrics = application.scrape().only("container_");

            assertThat(metrics.names())
                    .contains(
                            "container_cpu_cfs_throttled_periods_total",
                            "container_cpu_cfs_throttled_seconds_total",
                            "container_memory_working_set_bytes",
                            "container_spec_memory_limit_bytes");
            assertThat(PromTool.objectionsTo(metrics, directory)).isEmpty();
        }
    }

    private static PrometheusServer.Alert firing(PrometheusServer prometheus, String name) throws IOException {
        Predicate<PrometheusServer.Alert> fires =
                alert -> alert.name().equals(name) && alert.state().equals("firing");
        return Eventually.until(
                        LIMIT, prometheus::alerts, alerts -> alerts.stream().anyMatch(fires))
                .stream()
                .filter(fires)
                .findFirst()
                .orElseThrow();
    }
}
