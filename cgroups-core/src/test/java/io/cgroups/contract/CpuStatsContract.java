package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.cpu.CpuRates;
import io.cgroups.cpu.CpuStats;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What snapshots of the cpu controller tell on every kernel, old ones and new ones. */
public abstract class CpuStatsContract {
    private static final List<String> PERIODS = List.of("nr_periods", "nr_throttled");
    private static final Set<String> BURSTS = Set.of("nr_bursts", "burst_time", "burst_usec");

    private final TestHost host;
    private String name = "";
    private Cgroup box;

    protected CpuStatsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.CPU);
        name = host.newName();
        box = host.cgroups().create(name, Controller.CPU, Controller.CPUACCT);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private Cgroup on(OtherLines kernel) {
        return kernel.cgroups().open(name);
    }

    @Test
    void ratesTellWhatHappenedBetweenTwoSnapshots() {
        long pid = host.startProcess();
        box.cpuQuota(20_000).attach(pid);
        CpuStats before = box.cpu().stats();
        host.burn(pid);
        CpuStats after = box.cpu().stats();

        CpuRates rates = after.since(before);
        assertThat(rates.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(rates.periods()).isEqualTo(after.periods() - before.periods());
        assertThat(rates.throttledRatio()).isGreaterThan(0.5).isLessThanOrEqualTo(1);
        assertThat(rates.throttledShare()).isPositive();
        assertThat(rates.usage()).contains(after.usage().minus(before.usage()));
        assertThat(rates.cpuShare().orElseThrow()).isGreaterThan(0).isLessThan(0.3);
        assertThat(rates.restarted()).isFalse();
        assertThat(after.since(after).throttledRatio()).isZero();
        assertThat(after.since(after).cpuShare()).hasValue(0);
    }

    @Test
    void aGroupThatWasMadeAnewCountsFromZero() {
        long pid = host.startProcess();
        box.cpuQuota(20_000).attach(pid);
        host.burn(pid);
        CpuStats before = box.cpu().stats();
        box.moveMembersToParent();
        box.delete();
        box = host.cgroups().create(name, Controller.CPU, Controller.CPUACCT);

        CpuRates rates = box.cpu().stats().since(before);
        assertThat(before.periods()).isPositive();
        assertThat(rates.restarted()).isTrue();
        assertThat(rates.periods()).isZero();
        assertThat(rates.throttledRatio()).isZero();
        assertThat(rates.usage()).contains(Duration.ZERO);
    }

    @Test
    void anOldKernelHasThreeLinesAboutTheQuotaAndNoBursts() {
        CpuStats stats =
                on(new OtherLines(host.files(), "cpu.stat", BURSTS, "")).cpu().stats();

        assertThat(stats.periods()).isZero();
        assertThat(stats.throttledPeriods()).isZero();
        assertThat(stats.throttledTime()).isZero();
        assertThat(stats.bursts()).isEmpty();
        assertThat(stats.burstTime()).isEmpty();
        assertThat(stats.raw("nr_bursts")).isEmpty();
        assertThat(stats.usage()).isZero();
        assertThat(stats.since(stats).bursts()).isEmpty();
        assertThat(stats.all().keySet()).containsAll(PERIODS).doesNotContainAnyElementsOf(BURSTS);
    }

    @Test
    void burstsAreReportedWhereTheKernelCountsThem() {
        boolean counts = box.files(Controller.CPU).read("cpu.stat").contains("nr_bursts");
        CpuStats stats = box.cpu().stats();
        assertThat(stats.bursts().isPresent()).isEqualTo(counts);
        assertThat(stats.burstTime().isPresent()).isEqualTo(counts);
        assertThat(stats.raw("nr_bursts").isPresent()).isEqualTo(counts);
        stats.bursts().ifPresent(bursts -> assertThat(bursts).isZero());
    }

    @Test
    void linesThatNobodyKnowsAreKept() {
        CpuStats stats = on(new OtherLines(host.files(), "cpu.stat", Set.of(), "nr_borrowed 7"))
                .cpu()
                .stats();
        assertThat(stats.raw("nr_borrowed")).hasValue(7);
        assertThat(stats.all()).containsEntry("nr_borrowed", 7L).containsKeys("nr_periods", "nr_throttled");
    }
}
