package io.cgroups.benchmarks;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.metrics.CgroupTreeMetrics;
import io.cgroups.metrics.MetricNaming;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What does it cost to measure many groups? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScrapeBenchmark {
    private static final Controller[] CONTROLLERS = {
        Controller.CPU, Controller.CPUACCT, Controller.MEMORY, Controller.PIDS
    };

    /** How many groups are measured. */
    @Param({"1", "100", "1000"})
    public int groups;

    /** What the meters are called. */
    @Param({"MICROMETER", "CONTAINER"})
    public MetricNaming naming = MetricNaming.MICROMETER;

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MeterRegistry simple = new SimpleMeterRegistry();
    private Cgroup base;
    private CgroupTreeMetrics tree;
    private List<Meter> meters;
    private List<Meter> first;

    /** Makes the groups. */
    @Setup
    public void bind() {
        base = Cgroups.system()
                .create("cgroups-benchmark-" + ProcessHandle.current().pid(), CONTROLLERS);
        for (int number = 0; number < groups; number++) {
            base.child("group-" + number, CONTROLLERS);
        }
        tree = CgroupTreeMetrics.builder(base)
                .every(Duration.ofDays(1))
                .naming(naming)
                .build();
        tree.bindTo(prometheus);
        tree.bindTo(simple);
        meters = simple.getMeters();
        String one = naming == MetricNaming.MICROMETER ? "cgroup.cpu.usage" : "container.cpu.usage";
        first = meters.stream()
                .filter(meter -> meter.getId().getName().equals(one))
                .toList();
    }

    /** Removes the groups. */
    @TearDown
    public void remove() {
        tree.close();
        base.children().forEach(Cgroup::delete);
        base.delete();
    }

    /** The files alone: one meter of each group is asked, which reads the group. */
    @Benchmark
    public double sample() {
        return sum(first);
    }

    /** All meters, without a text. */
    @Benchmark
    public double allMeters() {
        return sum(meters);
    }

    private static double sum(List<Meter> asked) {
        double sum = 0;
        for (Meter meter : asked) {
            sum += meter.measure().iterator().next().getValue();
        }
        return sum;
    }

    /** All meters as text for a Prometheus server. */
    @Benchmark
    public void prometheus() throws IOException {
        prometheus.scrape(OutputStream.nullOutputStream());
    }
}
