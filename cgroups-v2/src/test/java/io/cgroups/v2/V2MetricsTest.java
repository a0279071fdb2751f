package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.metrics.CgroupMetrics;
import io.cgroups.metrics.MetricNaming;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWatch;
import io.cgroups.testkit.InMemoryKernel;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a group of v2 looks like to a Prometheus server, line by line, with the texts of older and newer kernels. */
class V2MetricsTest {
    private static final String TIMES = "usage_usec 3000000\nuser_usec 2000000\nsystem_usec 1000000\n";
    private static final String THROTTLING = "nr_periods 10\nnr_throttled 4\nthrottled_usec 250000\n";

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Texts texts = new Texts(kernel);
    private final Cgroups cgroups = Cgroups.builder().kernel(texts).build();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** A kernel whose files have other texts. */
    private static final class Texts extends ForwardingKernelFiles {
        private final Map<String, String> byName = new HashMap<>();

        Texts(KernelFiles files) {
            super(files);
        }

        @Override
        public String read(Path file) {
            String text = super.read(file);
            return byName.getOrDefault(String.valueOf(file.getFileName()), text);
        }

        @Override
        public Optional<KernelWatch> hold(Path file) {
            return byName.containsKey(String.valueOf(file.getFileName()))
                    ? Optional.of(KernelWatch.reopening(this, file))
                    : super.hold(file);
        }
    }

    private List<String> lines() {
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void aGroupWithoutTheCpuControllerHasItsCpuTimeAlone() {
        Cgroup group = cgroups.create("worker");
        texts.byName.put("cpu.stat", TIMES);
        new CgroupMetrics(group).bindTo(registry);

        assertThat(lines())
                .contains(
                        "cgroup_cpu_usage_seconds_total{cgroup=\"/worker\"} 3.0",
                        "cgroup_cpu_user_seconds_total{cgroup=\"/worker\"} 2.0",
                        "cgroup_cpu_system_seconds_total{cgroup=\"/worker\"} 1.0")
                .noneMatch(line -> line.contains("throttled") || line.contains("periods"));
    }

    @Test
    void aKernelWithoutBurstsHasNoMetersOfThem() {
        Cgroup group = cgroups.create("worker", Controller.CPU);
        texts.byName.put("cpu.stat", TIMES + THROTTLING);
        new CgroupMetrics(group).bindTo(registry);

        assertThat(lines())
                .contains(
                        "cgroup_cpu_periods_total{cgroup=\"/worker\"} 10.0",
                        "cgroup_cpu_throttled_periods_total{cgroup=\"/worker\"} 4.0",
                        "cgroup_cpu_throttled_time_seconds_total{cgroup=\"/worker\"} 0.25")
                .noneMatch(line -> line.contains("burst"));
    }

    @Test
    void aKernelWithBurstsHasThem() {
        Cgroup group = cgroups.create("worker", Controller.CPU);
        texts.byName.put("cpu.stat", TIMES + THROTTLING + "nr_bursts 2\nburst_usec 1500\n");
        new CgroupMetrics(group).bindTo(registry);

        assertThat(lines())
                .contains(
                        "cgroup_cpu_bursts_total{cgroup=\"/worker\"} 2.0",
                        "cgroup_cpu_burst_time_seconds_total{cgroup=\"/worker\"} 0.0015");
    }

    @Test
    void aControllerThatIsEnabledLaterGetsItsMetersWithinTenSeconds() {
        Cgroup group = cgroups.create("worker");
        new CgroupMetrics(group).bindTo(registry);
        assertThat(lines()).noneMatch(line -> line.contains("cgroup_memory_current"));
        group.enable(Controller.MEMORY);
        kernel.advance(Duration.ofSeconds(10));
        registry.scrape();

        assertThat(lines()).contains("cgroup_memory_current_bytes{cgroup=\"/worker\"} 0.0");
    }

    @Test
    void aControllerThatIsTakenAwayTakesItsMetersAlongAndNoOthers() {
        Cgroup group = cgroups.create("worker", Controller.MEMORY, Controller.CPU);
        new CgroupMetrics(group).bindTo(registry);
        assertThat(lines()).anyMatch(line -> line.startsWith("cgroup_memory_current"));
        kernel.write(Path.of("/sys/fs/cgroup/cgroup.subtree_control"), "-memory");
        registry.scrape();

        assertThat(lines())
                .anyMatch(line -> line.startsWith("cgroup_cpu_periods_total"))
                .noneMatch(line -> line.contains("memory_current"));
    }

    @Test
    void aDiskAppearsWithItsFirstInputAndOutput() {
        Cgroup group = cgroups.create("worker", Controller.BLKIO);
        texts.byName.put("io.stat", "");
        new CgroupMetrics(group).bindTo(registry);
        PrometheusMeterRegistry other = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new CgroupMetrics(group, Tags.empty(), MetricNaming.CONTAINER).bindTo(other);
        assertThat(lines()).noneMatch(line -> line.contains("cgroup_io"));
        texts.byName.put("io.stat", "8:0 rbytes=4096 wbytes=8192 rios=1 wios=2 dbytes=0 dios=0\n");
        registry.scrape();
        other.scrape();

        assertThat(lines())
                .contains(
                        "cgroup_io_bytes_total{cgroup=\"/worker\",device=\"sda\",operation=\"read\"} 4096.0",
                        "cgroup_io_bytes_total{cgroup=\"/worker\",device=\"sda\",operation=\"write\"} 8192.0",
                        "cgroup_io_operations_total{cgroup=\"/worker\",device=\"sda\",operation=\"write\"} 2.0");
        String labels = "{container=\"worker\",device=\"/dev/sda\",id=\"/worker\",name=\"worker\"} ";
        assertThat(other.scrape().lines())
                .contains(
                        "container_fs_reads_bytes_total" + labels + "4096.0",
                        "container_fs_reads_total" + labels + "1.0",
                        "container_fs_writes_bytes_total" + labels + "8192.0",
                        "container_fs_writes_total" + labels + "2.0");
    }

    @Test
    void pressureIsInSeconds() {
        Cgroup group = cgroups.create("worker");
        texts.byName.put(
                "memory.pressure",
                "some avg10=0.00 avg60=0.00 avg300=0.00 total=1500000\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=500000\n");
        new CgroupMetrics(group).bindTo(registry);
        PrometheusMeterRegistry other = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new CgroupMetrics(group, Tags.empty(), MetricNaming.CONTAINER).bindTo(other);

        assertThat(lines())
                .contains(
                        "cgroup_pressure_time_seconds_total{cgroup=\"/worker\",kind=\"some\",resource=\"memory\"} 1.5",
                        "cgroup_pressure_time_seconds_total{cgroup=\"/worker\",kind=\"full\",resource=\"memory\"} 0.5");
        assertThat(other.scrape())
                .contains("container_pressure_memory_waiting_seconds_total{")
                .contains("container_pressure_memory_stalled_seconds_total{");
    }

    @Test
    void aFileThatCannotBeReadTakesNoOtherMeterAlong() {
        Cgroup group = cgroups.create("worker", Controller.PIDS);
        texts.byName.put("pids.current", "many\n");
        new CgroupMetrics(group).bindTo(registry);

        assertThat(lines())
                .anyMatch(line -> line.startsWith("cgroup_cpu_usage_seconds_total"))
                .noneMatch(line -> line.startsWith("cgroup_pids_current"));
    }

    @Test
    void aNumberThatIsImpossibleTakesNoOtherMeterAlong() {
        Cgroup group = cgroups.create("worker", Controller.PIDS, Controller.CPU);
        texts.byName.put("cpu.weight", "20000\n");
        new CgroupMetrics(group).bindTo(registry);

        assertThat(lines())
                .anyMatch(line -> line.startsWith("cgroup_pids_current"))
                .noneMatch(line -> line.startsWith("cgroup_cpu_weight"));
    }

    @Test
    void aGroupThatWasNeverThereBindsNothing() {
        Cgroup group = cgroups.create("worker");
        group.delete();
        new CgroupMetrics(group).bindTo(registry);

        assertThat(registry.getMeters()).isEmpty();
    }
}
