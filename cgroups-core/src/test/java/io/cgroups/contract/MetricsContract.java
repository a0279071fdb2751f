package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.metrics.CgroupMetrics;
import io.cgroups.metrics.CgroupTreeMetrics;
import io.cgroups.metrics.MetricNaming;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is measured of groups, on every kernel. */
public abstract class MetricsContract {
    private final TestHost host;
    private final MeterRegistry registry = new SimpleMeterRegistry();

    protected MetricsContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        registry.getMeters().forEach(registry::remove);
        registry.close();
        host.cleanUp();
    }

    /** Groups that can be measured without a look at how much time passes. */
    private Cgroups outOfTime() {
        return Cgroups.builder().kernel(new StillFiles(host.files())).build();
    }

    /** What a scrape gives: each meter is asked once. */
    private static Map<String, Double> scrape(MeterRegistry from) {
        Map<String, Double> values = new TreeMap<>();
        for (Meter meter : from.getMeters()) {
            meter.measure()
                    .forEach(one -> values.put(
                            meter.getId().getName()
                                    + meter.getId().getTags().stream()
                                            .filter(tag -> !tag.getKey().equals("cgroup"))
                                            .toList(),
                            one.getValue()));
        }
        return values;
    }

    private Set<String> names() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getName())
                .collect(Collectors.toSet());
    }

    @Test
    void aGroupHasMetersForWhatItsKernelReports() {
        Cgroup group = host.cgroups().create(host.newName());
        new CgroupMetrics(group).bindTo(registry);

        if (group.controllers().contains(Controller.CPUACCT)) {
            assertThat(names()).contains("cgroup.cpu.usage", "cgroup.cpu.user", "cgroup.cpu.system");
        }
        assertThat(scrape(registry))
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(value).as(name).isNotNegative());
    }

    @Test
    void anEnabledControllerHasItsMeters() {
        host.assumeHas(Controller.PIDS);
        host.assumeHas(Controller.MEMORY);
        Cgroup group = host.cgroups().create(host.newName(), Controller.PIDS, Controller.MEMORY);
        long pid = host.startProcess();
        group.attach(pid);
        new CgroupMetrics(group).bindTo(registry);

        assertThat(names()).contains("cgroup.memory.current", "cgroup.memory.working.set", "cgroup.pids.current");
        assertThat(registry.get("cgroup.pids.current").gauge().value()).isEqualTo(1);
        assertThat(registry.find("cgroup.pids.max").meter()).isNull();
        group.pidsMax(7);
        assertThat(registry.get("cgroup.pids.current").gauge().value()).isEqualTo(1);
        assertThat(registry.get("cgroup.pids.max").gauge().value()).isEqualTo(7);
    }

    @Test
    void throttlingIsSeen() {
        host.assumeHas(Controller.CPU);
        host.assumeHas(Controller.CPUACCT);
        Cgroup group = host.cgroups().create(host.newName(), Controller.CPU, Controller.CPUACCT);
        group.cpuQuota(20_000);
        new CgroupMetrics(group).bindTo(registry);
        double before =
                registry.get("cgroup.cpu.throttled.time").functionCounter().count();
        long pid = host.startProcess();
        group.attach(pid);
        host.burn(pid);

        assertThat(registry.get("cgroup.cpu.throttled.periods")
                        .functionCounter()
                        .count())
                .isPositive();
        assertThat(registry.get("cgroup.cpu.throttled.time").functionCounter().count())
                .isGreaterThan(before);
        assertThat(registry.get("cgroup.cpu.usage").functionCounter().count()).isPositive();
        assertThat(registry.get("cgroup.cpu.limit").gauge().value()).isEqualTo(0.2);
    }

    @Test
    void containerNamesAreFoundOnEveryKernel() {
        host.assumeHas(Controller.CPU);
        host.assumeHas(Controller.MEMORY);
        Cgroup group = host.cgroups().create(host.newName(), Controller.CPU, Controller.MEMORY);
        group.cpuQuota(20_000);
        new CgroupMetrics(group, Tags.empty(), MetricNaming.CONTAINER).bindTo(registry);

        assertThat(registry.get("container.spec.cpu.quota").gauge().value()).isEqualTo(20_000);
        assertThat(registry.get("container.spec.memory.limit").gauge().value()).isZero();
        assertThat(names())
                .contains(
                        "container.cpu.cfs.periods",
                        "container.cpu.cfs.throttled.periods",
                        "container.cpu.cfs.throttled",
                        "container.spec.cpu.period",
                        "container.spec.cpu.shares",
                        "container.memory.usage",
                        "container.memory.working.set",
                        "container.oom.events",
                        "container.processes");
    }

    @Test
    void aScrapeReadsEachFileOnce() {
        CountingFiles files = new CountingFiles(new StillFiles(host.files()));
        Cgroup group = Cgroups.builder().kernel(files).build().create(host.newName());
        try (CgroupMetrics metrics = new CgroupMetrics(group);
                CgroupMetrics inOtherNames = new CgroupMetrics(group, Tags.empty(), MetricNaming.CONTAINER)) {
            metrics.bindTo(registry);
            scrape(registry);
            files.takeReads();
            scrape(registry);
            assertThat(files.takeReads()).isNotEmpty().allSatisfy(CountingFilesAssert::once);

            MeterRegistry other = new SimpleMeterRegistry();
            inOtherNames.bindTo(other);
            scrape(other);
            files.takeReads();
            scrape(other);
            assertThat(files.takeReads()).isNotEmpty().allSatisfy(CountingFilesAssert::once);
        }
        assertThat(files.open()).isZero();
    }

    /** What is expected of a count. */
    private static final class CountingFilesAssert {
        static void once(Path file, int reads) {
            assertThat(reads).as("reads of %s", file).isEqualTo(1);
        }
    }

    @Test
    void aGroupThatIsRemovedTakesItsMetersAlong() {
        Cgroup group = outOfTime().create(host.newName());
        new CgroupMetrics(group).bindTo(registry);
        scrape(registry);
        group.delete();

        assertThat(scrape(registry))
                .allSatisfy((name, value) -> assertThat(value).as(name).isNaN());
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void aGroupMadeAnewIsNotTakenForTheOldOne() {
        String name = host.newName();
        Cgroups cgroups = outOfTime();
        new CgroupMetrics(cgroups.create(name)).bindTo(registry);
        cgroups.open(name).delete();
        Cgroup again = cgroups.create(name);

        assertThat(scrape(registry))
                .allSatisfy((meter, value) -> assertThat(value).as(meter).isNaN());
        assertThat(registry.getMeters()).isEmpty();
        new CgroupMetrics(again).bindTo(registry);
        assertThat(scrape(registry))
                .isNotEmpty()
                .allSatisfy((meter, value) -> assertThat(value).as(meter).isNotNegative());
    }

    @Test
    void aNewGroupCanBeMeasuredBeforeTheOldOneOfItsNameIsMissed() {
        String name = host.newName();
        Cgroups cgroups = outOfTime();
        new CgroupMetrics(cgroups.create(name)).bindTo(registry);
        cgroups.open(name).delete();
        new CgroupMetrics(cgroups.create(name)).bindTo(registry);

        scrape(registry);
        assertThat(scrape(registry))
                .isNotEmpty()
                .allSatisfy((meter, value) -> assertThat(value).as(meter).isNotNegative());
    }

    @Test
    void aTreeIsFollowedAsGroupsComeAndGo() {
        Cgroup base = host.cgroups().create(host.newName());
        base.child("a");
        try (CgroupTreeMetrics tree =
                CgroupTreeMetrics.builder(base).every(Duration.ZERO).build()) {
            tree.bindTo(registry);
            assertThat(measured()).containsExactly("a");
            Cgroup b = base.child("b");
            scrape(registry);
            assertThat(measured()).containsExactlyInAnyOrder("a", "b");
            b.delete();
            scrape(registry);
            assertThat(measured()).containsExactly("a");
            base.child("a").delete();
            base.child("a");
            scrape(registry);
            scrape(registry);
            assertThat(measured()).containsExactly("a");
            assertThat(scrape(registry).values())
                    .allSatisfy(value -> assertThat(value).isNotNegative());
        }
        assertThat(registry.getMeters()).isEmpty();
    }

    private Set<String> measured() {
        return registry.getMeters().stream()
                .filter(meter -> !meter.getId().getName().startsWith("cgroup.tree"))
                .map(meter -> String.valueOf(meter.getId().getTag("cgroup")))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    @Test
    void theGroupOfThisJvmCanBeMeasured() {
        Cgroup own = host.cgroups().current();
        new CgroupMetrics(own).bindTo(registry);

        // Every number is of one place, also where hierarchies have this JVM in different groups.
        assertThat(registry.getMeters().stream()
                        .map(meter -> String.valueOf(meter.getId().getTag("cgroup")))
                        .collect(Collectors.toSet()))
                .hasSizeLessThanOrEqualTo(1);
        assertThatCode(() -> scrape(registry)).doesNotThrowAnyException();
    }

    @Test
    void countersAreFunctionCounters() {
        Cgroup group = host.cgroups().create(host.newName());
        new CgroupMetrics(group).bindTo(registry);

        for (Meter meter : registry.getMeters()) {
            boolean isCounter = meter.getId().getType() == Meter.Type.COUNTER;
            assertThat(meter.measure())
                    .allSatisfy(one ->
                            assertThat(one.getStatistic()).isEqualTo(isCounter ? Statistic.COUNT : Statistic.VALUE));
        }
    }
}
