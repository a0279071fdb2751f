package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.cpu.CpuSpec;
import io.cgroups.cpu.CpuStats;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.cpuset.IdSet;
import io.cgroups.unit.Limit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cpu controller does on v2 only. */
public abstract class V2CpuContract {
    private final TestHost host;
    private Cgroup box;

    protected V2CpuContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.CPU);
        box = host.cgroups().create(host.newName(), Controller.CPU);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void valuesAreWrittenInTheFormOfV2() {
        box.cpuQuota(20_000).cpuShares(1024);
        assertThat(box.files(Controller.CPU).read("cpu.max")).isEqualTo("20000 100000");
        assertThat(box.files(Controller.CPU).read("cpu.weight")).isEqualTo("100");
        box.cpu().quota(CpuQuota.unlimited()).period(CpuPeriod.ofMicros(50_000));
        assertThat(box.files(Controller.CPU).read("cpu.max")).isEqualTo("max 50000");
    }

    @Test
    void aQuotaAboveTheParentsIsTakenButTheSmallerOneHolds() {
        box.cpuQuota(20_000);
        long pid = host.startProcess();
        Cgroup inner = box.child("inner").cpuQuota(50_000).attach(pid);
        host.burn(pid);
        assertThat(inner.cpu().quota()).isEqualTo(CpuQuota.ofMicros(50_000));
        CpuStats stats = box.cpu().stats();
        assertThat(stats.throttledPeriods()).isPositive();
        double share = (double) stats.usage().toNanos() / (stats.periods() * 100_000_000.0);
        assertThat(share).isCloseTo(0.20, within(0.05));
    }

    @Test
    void aNiceValueIsAWeightAndReadsBackAsTheNearestOne() {
        assertThat(box.cpu().weightNice()).isZero();
        box.cpu().weightNice(-5);
        assertThat(box.cpu().weightNice()).isEqualTo(-5);
        assertThat(box.cpu().weight()).isEqualTo(CpuWeight.of(305));
        box.cpuWeight(50);
        assertThat(box.cpu().weightNice()).isEqualTo(3);
        assertThatThrownBy(() -> box.cpu().weightNice(20)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> box.cpu().weightNice(-21)).isInstanceOf(InvalidValueException.class);
        box.cpu().idle(true);
        assertThatThrownBy(() -> box.cpu().weightNice(0))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("idle");
        box.cpu().apply(CpuSpec.builder().idle(false).weightNice(19).build());
        assertThat(box.cpu().weightNice()).isEqualTo(19);
    }

    @Test
    void aNiceValueThatIsTakenBackLeavesTheWeightThatWasBetweenTwo() {
        host.assumeV2(Controller.CPUSET);
        box.cpuWeight(52);
        CgroupSpec spec = CgroupSpec.builder()
                .cpu(cpu -> cpu.weightNice(-3))
                .cpuset(cpuset -> cpuset.cpus(IdSet.of(IdSet.MAX_ID)))
                .build();
        assertThatThrownBy(() -> box.update(spec)).isInstanceOf(ValueRejectedException.class);
        assertThat(box.cpu().weight()).isEqualTo(CpuWeight.of(52));
    }

    @Test
    void aRealTimeBudgetIsUnsupportedAndNothingIsWritten() {
        CpuSpec spec = CpuSpec.builder()
                .quota(CpuQuota.ofMicros(20_000))
                .rtRuntime(Limit.of(Duration.ofMillis(10)))
                .build();
        assertThatThrownBy(() -> box.cpu().apply(spec))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("sched_rt_runtime_us");
        assertThatThrownBy(() -> box.cpu().rtPeriod(Duration.ofSeconds(1)))
                .isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.cpu().rtRuntime()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.cpu().rtPeriod()).isInstanceOf(UnsupportedSettingException.class);
        assertThat(box.cpu().quota().isUnlimited()).isTrue();
    }

    @Test
    void withoutTheControllerTimeIsCountedButPeriodsAreNotZero() {
        long pid = host.startProcess();
        Cgroup inner = box.child("inner").attach(pid);
        host.burn(pid);
        assertThat(inner.cpuacct().usage()).isPositive();
        assertThatThrownBy(() -> inner.cpu().stats())
                .isInstanceOfSatisfying(
                        ControllerUnavailableException.class,
                        e -> assertThat(e.controller()).isEqualTo(Controller.CPU));
        assertThatThrownBy(() -> inner.cpu().quota()).isInstanceOf(ControllerUnavailableException.class);

        inner.cpu().weight(CpuWeight.of(200));
        assertThat(inner.cpu().stats().periods()).isZero();
        assertThat(inner.cpu().stats().usage()).isPositive();
    }

    @Test
    void theRootCountsButHasNoSettings() {
        Cgroup root = host.root(Controller.CPU);
        assertThat(root.cpu().stats().usage()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(root.cpuacct().usage()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThatThrownBy(() -> root.cpuQuota(20_000)).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.cpu().weight()).isInstanceOf(UnsupportedSettingException.class);
    }
}
