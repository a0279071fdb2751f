package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.contract.CountingFiles;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.metrics.CgroupMetrics;
import io.cgroups.metrics.CgroupTreeMetrics;
import io.cgroups.metrics.MetricNaming;
import io.cgroups.testkit.InMemoryKernel;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.CountingMode;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who keeps the meters of a group, what a scrape reads, and when they go. */
class MetricsLifeTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final CountingFiles files = new CountingFiles(kernel);
    private final Cgroups cgroups = Cgroups.builder().kernel(files).build();
    private final Cgroup group = cgroups.create("worker");
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private static void collectGarbage() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
    }

    private static double current(MeterRegistry registry) {
        return registry.get("cgroup.pids.current").gauge().value();
    }

    @Test
    void nobodyNeedsToKeepTheBinder() {
        new CgroupMetrics(group).bindTo(registry);
        collectGarbage();
        group.attach(kernel.startProcess());

        assertThat(registry.scrape())
                .contains("cgroup_pids_current{cgroup=\"/worker\"} 1.0")
                .contains("cgroup_cpu_periods_total{cgroup=\"/worker\"} 0.0");
    }

    @Test
    void aBinderWhoseGroupIsGoneIsGarbage() {
        CgroupMetrics metrics = new CgroupMetrics(group);
        metrics.bindTo(registry);
        WeakReference<CgroupMetrics> weak = new WeakReference<>(metrics);
        group.delete();
        registry.scrape();
        metrics = null;
        collectGarbage();

        assertThat(weak.get()).isNull();
        assertThat(registry.getMeters()).isEmpty();
        assertThat(files.open()).isZero();
    }

    @Test
    void aRegistryCanBeDropped() {
        CgroupMetrics metrics = new CgroupMetrics(group);
        metrics.bindTo(registry);
        MeterRegistry dropped = new SimpleMeterRegistry();
        metrics.bindTo(dropped);
        WeakReference<MeterRegistry> weak = new WeakReference<>(dropped);
        dropped = null;
        collectGarbage();

        assertThat(weak.get()).isNull();
        assertThat(registry.scrape()).contains("cgroup_pids_current");
    }

    @Test
    void closingRemovesEveryMeterFromEveryRegistryAndEveryOpenFile() {
        MeterRegistry other = new SimpleMeterRegistry();
        CgroupMetrics metrics = new CgroupMetrics(group);
        metrics.bindTo(registry);
        metrics.bindTo(other);
        assertThat(files.open()).isPositive();

        metrics.close();
        metrics.close();
        metrics.bindTo(registry);

        assertThat(registry.getMeters()).isEmpty();
        assertThat(other.getMeters()).isEmpty();
        assertThat(files.open()).isZero();
    }

    @Test
    void aPrometheusScrapeReadsEachFileOnceWithTwoRegistriesToo() {
        PrometheusMeterRegistry other = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CgroupMetrics metrics = new CgroupMetrics(group);
        metrics.bindTo(registry);
        metrics.bindTo(other);
        for (PrometheusMeterRegistry scraped : List.of(registry, other, registry, other)) {
            // So that none is left from the scrape before.
            kernel.advance(Duration.ofSeconds(2));
            files.takeReads();
            scraped.scrape();
            assertThat(files.takeReads())
                    .isNotEmpty()
                    .allSatisfy(
                            (file, reads) -> assertThat(reads).as("%s", file).isEqualTo(1));
        }
    }

    @Test
    void whatOneRegistryHasReadIsGoodForAnotherOneForASecond() {
        MeterRegistry other = new SimpleMeterRegistry();
        CgroupMetrics metrics = new CgroupMetrics(group);
        metrics.bindTo(registry);
        metrics.bindTo(other);
        registry.scrape();
        files.takeReads();

        assertThat(current(other)).isZero();
        assertThat(files.takeReads()).isEmpty();
        kernel.advance(Duration.ofMillis(1001));
        group.attach(kernel.startProcess());
        assertThat(current(other)).isEqualTo(1);
    }

    @Test
    void aScrapeThatTakesLongReadsEachGroupOnceAllTheSame() {
        for (int number = 0; number < 20; number++) {
            group.child("c" + number);
        }
        MeterRegistry slow = new SimpleMeterRegistry();
        CgroupTreeMetrics.builder(group).every(Duration.ofDays(1)).build().bindTo(slow);
        // A server asks all groups for one meter before it asks for the next.
        List<Meter> asked = slow.getMeters().stream()
                .sorted(Comparator.comparing(meter -> meter.getId().getName()))
                .toList();
        for (int scrape = 0; scrape < 3; scrape++) {
            kernel.advance(Duration.ofSeconds(2));
            files.takeReads();
            for (Meter meter : asked) {
                meter.measure().forEach(Measurement::getValue);
                kernel.advance(Duration.ofMillis(100));
            }
            assertThat(files.takeReads())
                    .isNotEmpty()
                    .allSatisfy(
                            (file, reads) -> assertThat(reads).as("%s", file).isEqualTo(1));
        }
    }

    @Test
    void whoeverAsksForOneMeterAllTheTimeMakesNoOtherOld() {
        new CgroupMetrics(group).bindTo(registry);
        double atFirst = registry.get("cgroup.pids.refusals").functionCounter().count();
        group.attach(kernel.startProcess());
        for (int second = 0; second < 3; second++) {
            kernel.advance(Duration.ofMillis(900));
            registry.get("cgroup.pids.refusals").functionCounter().count();
        }
        assertThat(atFirst).isZero();
        assertThat(current(registry)).isEqualTo(1);
    }

    @Test
    void whatNoMeterShowsIsNotRead() {
        new CgroupMetrics(group).bindTo(registry);
        files.takeReads();
        registry.scrape();

        assertThat(files.takeReads().keySet())
                .extracting(file -> String.valueOf(file.getFileName()))
                .contains("memory.usage_in_bytes", "memory.memsw.limit_in_bytes")
                .doesNotContain("memory.memsw.usage_in_bytes", "memory.memsw.failcnt");
    }

    @Test
    void aMeterThatIsAskedAgainReadsAgain() {
        new CgroupMetrics(group).bindTo(registry);
        assertThat(current(registry)).isZero();
        group.attach(kernel.startProcess());
        assertThat(current(registry)).isEqualTo(1);
    }

    @Test
    void scrapesAtOnceReadTheGroupOnceEach() throws Exception {
        new CgroupMetrics(group).bindTo(registry);
        registry.scrape();
        files.takeReads();
        int scrapes = 40;
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> all = Stream.generate(() -> pool.submit(() -> registry.scrape()))
                    .limit(scrapes)
                    .toList();
            for (Future<String> one : all) {
                assertThat(one.get()).contains("cgroup_pids_current{cgroup=\"/worker\"} 0.0");
            }
        } finally {
            pool.shutdown();
        }

        assertThat(files.takeReads())
                .allSatisfy((file, reads) -> assertThat(reads).as("%s", file).isLessThanOrEqualTo(scrapes));
    }

    private static MeterRegistry stepping(MockClock clock) {
        SimpleConfig steps = new SimpleConfig() {
            @Override
            public String get(String key) {
                return "";
            }

            @Override
            public Duration step() {
                return Duration.ofMinutes(1);
            }

            @Override
            public CountingMode mode() {
                return CountingMode.STEP;
            }
        };
        return new SimpleMeterRegistry(steps, clock);
    }

    @Test
    void aRegistryWithStepsCountsWhatWasAdded() {
        MockClock clock = new MockClock();
        MeterRegistry stepping = stepping(clock);
        group.cpuQuota(20_000);
        long pid = kernel.startProcess();
        group.attach(pid);
        kernel.demand(pid, 1);
        new CgroupMetrics(group).bindTo(stepping);
        stepping.get("cgroup.cpu.periods").functionCounter().count();
        kernel.advance(Duration.ofSeconds(30));
        stepping.get("cgroup.cpu.periods").functionCounter().count();
        clock.add(Duration.ofMinutes(1));

        assertThat(stepping.get("cgroup.cpu.periods").functionCounter().count()).isEqualTo(300);
    }

    @Test
    void aMeterThatIsThereAgainDoesNotGiveARegistryWithStepsAllThatEverWas() {
        MockClock clock = new MockClock();
        MeterRegistry stepping = stepping(clock);
        group.cpuQuota(20_000);
        long pid = kernel.startProcess();
        group.attach(pid);
        kernel.demand(pid, 1);
        kernel.advance(Duration.ofSeconds(100));
        new CgroupMetrics(group, Tags.empty(), MetricNaming.CONTAINER).bindTo(stepping);
        group.cpu().quota(CpuQuota.unlimited());
        stepping.getMeters().forEach(meter -> meter.measure().forEach(Measurement::getValue));
        assertThat(stepping.find("container.cpu.cfs.periods").meter()).isNull();
        group.cpuQuota(20_000);
        stepping.getMeters().forEach(meter -> meter.measure().forEach(Measurement::getValue));
        kernel.advance(Duration.ofSeconds(2));
        stepping.get("container.cpu.cfs.periods").functionCounter().count();
        clock.add(Duration.ofMinutes(1));

        assertThat(stepping.get("container.cpu.cfs.periods").functionCounter().count())
                .isBetween(1.0, 20.0);
    }

    @Test
    void aCompositeOfRegistriesWorksAlsoWhenTheyComeLater() {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        CgroupMetrics metrics = new CgroupMetrics(group);
        metrics.bindTo(composite);
        composite.add(registry);
        group.attach(kernel.startProcess());
        kernel.advance(Duration.ofSeconds(2));

        assertThat(registry.scrape()).contains("cgroup_pids_current{cgroup=\"/worker\"} 1.0");
        metrics.close();
        assertThat(registry.scrape()).doesNotContain("cgroup_");
    }

    @Test
    void aSecondBinderForTheSameGroupTakesNoMeterOfTheFirst() {
        for (CompositeMeterRegistry composite :
                List.of(new CompositeMeterRegistry(), new CompositeMeterRegistry().add(new SimpleMeterRegistry()))) {
            new CgroupMetrics(group).bindTo(composite);
            int bound = composite.getMeters().size();
            CgroupMetrics second = new CgroupMetrics(group);
            second.bindTo(composite);
            second.close();

            assertThat(composite.getMeters()).isNotEmpty().hasSize(bound);
        }
    }

    @Test
    void aDeniedMeterIsNotThereAndTheOthersAre() {
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("cgroup.memory"));
        new CgroupMetrics(group).bindTo(registry);

        assertThat(registry.scrape()).contains("cgroup_cpu_periods_total").doesNotContain("cgroup_memory");
    }

    @Test
    void everyMeterHasADescriptionAndNoNameMeansTwoThings() {
        for (MetricNaming naming : MetricNaming.values()) {
            MeterRegistry all = new SimpleMeterRegistry();
            new CgroupMetrics(group, Tags.empty(), naming).bindTo(all);
            assertThat(all.getMeters()).isNotEmpty();
            assertThat(all.getMeters())
                    .extracting(Meter::getId)
                    .allSatisfy(id -> assertThat(id.getDescription()).isNotBlank())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsUnlimitedHasNoMeterUntilItIsLimited() {
        new CgroupMetrics(group).bindTo(registry);
        assertThat(registry.scrape()).contains("cgroup_cpu_period_seconds").doesNotContain("cgroup_cpu_quota_seconds");
        group.cpuQuota(20_000);
        registry.scrape();
        assertThat(registry.scrape()).contains("cgroup_cpu_quota_seconds{cgroup=\"/worker\"} 0.02");
        group.cpu().quota(CpuQuota.unlimited());
        registry.scrape();
        assertThat(registry.scrape()).doesNotContain("cgroup_cpu_quota_seconds");
    }
}
