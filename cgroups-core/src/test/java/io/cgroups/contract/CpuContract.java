package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuStats;
import io.cgroups.unit.Limit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cpu and cpuacct controllers do on every kernel. */
public abstract class CpuContract {
    private final TestHost host;
    private Cgroup box;

    protected CpuContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.CPU);
        box = host.cgroups().create(host.newName(), Controller.CPU, Controller.CPUACCT);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aNewGroupHasTheKernelsDefaults() {
        assertThat(box.cpu().quota()).isEqualTo(CpuQuota.unlimited());
        assertThat(box.cpu().period()).isEqualTo(CpuPeriod.DEFAULT);
        assertThat(box.cpu().shares()).isEqualTo(CpuShares.DEFAULT);
        assertThat(box.cpu().weight().value()).isEqualTo(100);
        assertThat(box.cpu().burst()).isZero();
        assertThat(box.cpu().idle()).isFalse();
    }

    @Test
    void aQuotaOfTwentyThousandThrottlesToTwentyPercent() {
        long pid = host.startProcess();
        box.cpuQuota(20_000).attach(pid);

        assertThat(box.files(Controller.CPU).read("cpu.cfs_quota_us")).isEqualTo("20000");
        assertThat(box.files(Controller.CPU).read("tasks").lines()).contains(Long.toString(pid));
        CpuStats before = box.cpu().stats();
        host.burn(pid);
        CpuStats after = box.cpu().stats();
        long periods = after.periods() - before.periods();

        assertThat(periods).isGreaterThanOrEqualTo(15);
        assertThat(after.throttledPeriods() - before.throttledPeriods()).isGreaterThan(periods / 2);
        assertThat(after.throttledTime()).isPositive();
        double share = (double) after.usage().minus(before.usage()).toNanos() / (periods * 100_000_000.0);
        assertThat(share).isCloseTo(0.20, within(0.05));
        assertThat(box.cpuacct().usage()).isGreaterThanOrEqualTo(after.usage());
    }

    @Test
    void quotaAndPeriodAreSetTogetherInWhicheverOrderStaysWithinTheParent() {
        box.cpu().bandwidth(CpuBandwidth.ofCpus(0.5));
        Cgroup inner = box.child("inner");

        inner.cpu().bandwidth(new CpuBandwidth(CpuQuota.ofMicros(50_000), CpuPeriod.ofMicros(100_000)));
        inner.cpu().bandwidth(new CpuBandwidth(CpuQuota.ofMicros(5_000), CpuPeriod.ofMicros(10_000)));
        inner.cpu().bandwidth(new CpuBandwidth(CpuQuota.ofMicros(250_000), CpuPeriod.ofMicros(500_000)));

        assertThat(inner.cpu().bandwidth().cpus()).isEqualTo(0.5);
    }

    @Test
    void aShareAboveTheParentsIsRefusedAndExplained() {
        box.cpuQuota(20_000);
        Cgroup inner = box.child("inner");

        assertThatThrownBy(() -> inner.cpuQuota(30_000)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.EINVAL);
            assertThat(e.data()).contains("30000");
            assertThat(e.hint()).contains("the group above has 20000/100000");
        });
        assertThat(inner.cpu().quota().isUnlimited()).isTrue();
    }

    @Test
    void theBurstFollowsTheQuotaUpAndPrecedesItDown() {
        box.update(CgroupSpec.builder()
                .cpu(cpu -> cpu.quota(CpuQuota.ofMicros(50_000)).burst(Duration.ofMillis(40)))
                .build());
        box.update(CgroupSpec.builder()
                .cpu(cpu -> cpu.quota(CpuQuota.ofMicros(20_000)).burst(Duration.ofMillis(10)))
                .build());

        assertThat(box.cpu().quota()).isEqualTo(CpuQuota.ofMicros(20_000));
        assertThat(box.cpu().burst()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void aRefusedStepTakesTheEarlierOnesBack() {
        CgroupSpec spec = CgroupSpec.builder()
                .cpu(cpu -> cpu.quota(CpuQuota.ofMicros(20_000)).burst(Duration.ofMillis(90)))
                .build();

        assertThatThrownBy(() -> box.update(spec)).isInstanceOf(ValueRejectedException.class);
        assertThat(box.cpu().quota().isUnlimited()).isTrue();
    }

    @Test
    void anIdleGroupTakesNoSharesUntilItIsIdleNoMore() {
        box.cpu().idle(true);
        assertThat(box.cpu().idle()).isTrue();
        assertThatThrownBy(() -> box.cpuShares(512)).hasMessageContaining("idle");

        box.cpu().idle(false);
        box.cpuShares(512);
        assertThat(box.cpu().shares()).isEqualTo(CpuShares.of(512));
    }

    @Test
    void valuesTheKernelWouldRefuseOrChangeAreRefusedBeforeAnyWrite() {
        assertThatThrownBy(() -> box.cpuQuota(999)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> box.cpuPeriod(2_000_000)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> box.cpuShares(1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("silently");
        assertThat(box.cpu().shares()).isEqualTo(CpuShares.DEFAULT);
    }

    @Test
    void theRawDoorShowsWhatTheKernelMakesOfAValue() {
        box.files(Controller.CPU).write("cpu.shares", "1");
        assertThat(box.files(Controller.CPU).read("cpu.shares")).isEqualTo("2");
        assertThatThrownBy(() -> box.files(Controller.CPU).write("cpu.cfs_quota_us", "999"))
                .isInstanceOf(ValueRejectedException.class);
    }

    @Test
    void usageIsCountedAndCanBeReset() {
        long pid = host.startProcess();
        box.cpuQuota(50_000).attach(pid);
        host.burn(pid);
        assertThat(box.cpuacct().stats().usage()).isPositive();
        assertThat(box.cpuacct().stats().perCpu()).isNotEmpty();

        Duration before = box.cpuacct().usage();
        box.cpuacct().resetUsage();
        assertThat(box.cpuacct().usage()).isLessThan(before);
    }

    @Test
    void aRealTimeBudgetIsSetWhereTheKernelHasOneAndUnsupportedElsewhere() {
        Duration runtime = Duration.ofMillis(10);
        if (!box.files(Controller.CPU).list().contains("cpu.rt_runtime_us")) {
            assertThatThrownBy(() -> box.cpu().rtRuntime(Limit.of(runtime)))
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining("CONFIG_RT_GROUP_SCHED");
            return;
        }
        assertThat(box.cpu().rtRuntime()).isEqualTo(Limit.of(Duration.ZERO));
        assertThat(box.cpu().rtPeriod()).isEqualTo(Duration.ofSeconds(1));
        box.cpu().rtRuntime(Limit.of(runtime));
        assertThat(box.files(Controller.CPU).read("cpu.rt_runtime_us")).isEqualTo("10000");

        // The runtime stays within the period at every moment, so which goes first depends on the direction.
        box.update(CgroupSpec.builder()
                .cpu(cpu -> cpu.rtRuntime(Limit.of(Duration.ofMillis(2))).rtPeriod(Duration.ofMillis(5)))
                .build());
        assertThat(box.cpu().rtPeriod()).isEqualTo(Duration.ofMillis(5));
        assertThat(box.cpu().rtRuntime()).isEqualTo(Limit.of(Duration.ofMillis(2)));
    }
}
