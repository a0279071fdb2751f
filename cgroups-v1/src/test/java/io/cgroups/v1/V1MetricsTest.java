package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.metrics.CgroupMetrics;
import io.cgroups.metrics.MetricNaming;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelWatch;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a group of v1 looks like to a Prometheus server, line by line. */
class V1MetricsTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Cgroup group = kernel.cgroups().create("pool/worker");

    @BeforeEach
    void throttle() {
        long pid = kernel.startProcess();
        group.attach(pid).cpuQuota(20_000);
        group.memory().max(Limit.of(DataSize.ofMebibytes(64)));
        kernel.demand(pid, 1);
        kernel.advance(Duration.ofSeconds(2));
    }

    private List<String> lines() {
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void theThrottlingIsThereInMicrometersNames() {
        new CgroupMetrics(group).bindTo(registry);

        assertThat(lines())
                .contains(
                        "cgroup_cpu_periods_total{cgroup=\"/pool/worker\"} 20.0",
                        "cgroup_cpu_throttled_periods_total{cgroup=\"/pool/worker\"} 20.0",
                        "cgroup_cpu_throttled_time_seconds_total{cgroup=\"/pool/worker\"} 1.6",
                        "cgroup_cpu_usage_seconds_total{cgroup=\"/pool/worker\"} 0.4",
                        "cgroup_cpu_user_seconds_total{cgroup=\"/pool/worker\"} 0.36",
                        "cgroup_cpu_system_seconds_total{cgroup=\"/pool/worker\"} 0.04",
                        "cgroup_cpu_quota_seconds{cgroup=\"/pool/worker\"} 0.02",
                        "cgroup_cpu_period_seconds{cgroup=\"/pool/worker\"} 0.1",
                        "cgroup_cpu_limit_cpus{cgroup=\"/pool/worker\"} 0.2",
                        "cgroup_cpu_weight{cgroup=\"/pool/worker\"} 100.0",
                        "cgroup_memory_max_bytes{cgroup=\"/pool/worker\"} 6.7108864E7",
                        "cgroup_memory_events_total{cgroup=\"/pool/worker\",event=\"oom_kill\"} 0.0",
                        "cgroup_pids_current{cgroup=\"/pool/worker\"} 1.0");
    }

    @Test
    void dashboardsForContainersFindTheirSeries() {
        new CgroupMetrics(group, Tags.of("namespace", "shop"), MetricNaming.CONTAINER).bindTo(registry);
        String labels = "{container=\"worker\",id=\"/pool/worker\",name=\"worker\",namespace=\"shop\"} ";

        assertThat(lines())
                .contains(
                        "container_cpu_cfs_periods_total" + labels + "20.0",
                        "container_cpu_cfs_throttled_periods_total" + labels + "20.0",
                        "container_cpu_cfs_throttled_seconds_total" + labels + "1.6",
                        "container_cpu_usage_seconds_total{container=\"worker\",cpu=\"total\",id=\"/pool/worker\","
                                + "name=\"worker\",namespace=\"shop\"} 0.4",
                        "container_spec_cpu_quota" + labels + "20000.0",
                        "container_spec_cpu_period" + labels + "100000.0",
                        "container_spec_cpu_shares" + labels + "1024.0",
                        "container_spec_memory_limit_bytes" + labels + "6.7108864E7",
                        "container_memory_failcnt" + labels + "0.0",
                        "container_processes" + labels + "1.0",
                        "container_threads" + labels + "1.0",
                        "container_threads_max" + labels + "0.0");
    }

    @Test
    void theThreeLinesOfAnOldKernelHaveNoMetersOfBursts() {
        ForwardingKernelFiles old = new ForwardingKernelFiles(kernel) {
            @Override
            public String read(Path file) {
                String text = super.read(file);
                return file.endsWith("cpu.stat") ? "nr_periods 20\nnr_throttled 5\nthrottled_time 1500000000\n" : text;
            }

            @Override
            public Optional<KernelWatch> hold(Path file) {
                return Optional.of(KernelWatch.reopening(this, file));
            }
        };
        new CgroupMetrics(Cgroups.builder().kernel(old).build().open("pool/worker")).bindTo(registry);

        assertThat(lines())
                .contains(
                        "cgroup_cpu_periods_total{cgroup=\"/pool/worker\"} 20.0",
                        "cgroup_cpu_throttled_periods_total{cgroup=\"/pool/worker\"} 5.0",
                        "cgroup_cpu_throttled_time_seconds_total{cgroup=\"/pool/worker\"} 1.5",
                        "cgroup_cpu_usage_seconds_total{cgroup=\"/pool/worker\"} 0.4")
                .noneMatch(line -> line.contains("burst"));
    }

    @Test
    void theFiveLinesOfANewKernelHaveThem() {
        new CgroupMetrics(group).bindTo(registry);

        assertThat(lines())
                .contains(
                        "cgroup_cpu_bursts_total{cgroup=\"/pool/worker\"} 0.0",
                        "cgroup_cpu_burst_time_seconds_total{cgroup=\"/pool/worker\"} 0.0");
    }

    @Test
    void numbersOfTheRootDoNotStandBesideThoseOfTheOwnGroup() {
        Cgroup own = kernel.cgroups().create("own", Controller.CPU);
        own.attach(ProcessHandle.current());
        new CgroupMetrics(kernel.cgroups().current()).bindTo(registry);

        assertThat(lines())
                .anyMatch(line -> line.startsWith("cgroup_cpu_periods_total"))
                .allMatch(line -> line.contains("cgroup=\"/own\""))
                .noneMatch(line -> line.contains("memory") || line.contains("pids"));
    }
}
