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
import io.cgroups.cpu.CpuClamp;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuSpec;
import io.cgroups.cpu.CpuStats;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.cpu.WeightConversion;
import io.cgroups.cpuset.IdSet;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cpu controller does on every kernel, whichever hierarchy it is on. */
public abstract class CpuContract {
    private final TestHost host;
    private Cgroup box;

    protected CpuContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.CPU);
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

        assertThat(box.cpu().quota()).isEqualTo(CpuQuota.ofMicros(20_000));
        assertThat(box.processes()).containsExactly(pid);
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
        assertThat(after.user()).hasValueSatisfying(user -> assertThat(user).isPositive());
        assertThat(after.system()).isPresent();
        assertThat(after.raw("nr_periods")).hasValue(after.periods());
    }

    @Test
    void aQuotaAloneKeepsThePeriodAndAPeriodAloneKeepsTheQuota() {
        box.cpuPeriod(50_000);
        assertThat(box.cpu().bandwidth()).isEqualTo(new CpuBandwidth(CpuQuota.unlimited(), CpuPeriod.ofMicros(50_000)));
        box.cpuQuota(20_000);
        assertThat(box.cpu().bandwidth().toString()).isEqualTo("20000/50000 us");
        box.cpuPeriod(100_000);
        assertThat(box.cpu().bandwidth().toString()).isEqualTo("20000/100000 us");
        box.cpu().bandwidth(CpuBandwidth.ofCpus(1.5));
        assertThat(box.cpu().bandwidth().toString()).isEqualTo("150000/100000 us");
        box.cpu().quota(CpuQuota.unlimited());
        assertThat(box.cpu().bandwidth()).isEqualTo(CpuBandwidth.unlimited());
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

        assertThatThrownBy(() -> box.update(spec)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.EINVAL);
            assertThat(e.hint()).contains("the burst at most the quota").contains("20000/100000 us, burst 0 us");
        });
        assertThat(box.cpu().quota().isUnlimited()).isTrue();
    }

    @Test
    void aGroupThatDoesNotBecomeIdleAfterAllHasTheWeightItHad() {
        host.assumeHas(Controller.CPUSET);
        Cgroup both = host.cgroups().create(host.newName(), Controller.CPU, Controller.CPUSET);
        both.cpuWeight(200);
        CgroupSpec spec = CgroupSpec.builder()
                .cpu(cpu -> cpu.idle(true))
                .cpuset(cpuset -> cpuset.cpus(IdSet.of(IdSet.MAX_ID)))
                .build();

        assertThatThrownBy(() -> both.update(spec))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class,
                        e -> assertThat(e.getSuppressed()).isEmpty());
        assertThat(both.cpu().idle()).isFalse();
        assertThat(both.cpu().weight()).isEqualTo(CpuWeight.of(200));
    }

    @Test
    void sharesAndWeightAreOneSettingOnTwoScales() {
        box.cpuShares(2048);
        assertThat(box.cpu().weight()).isEqualTo(CpuWeight.of(174));
        assertThat(WeightConversion.OCI.toWeight(box.cpu().shares())).isEqualTo(CpuWeight.of(174));
        box.cpuShares(1024);
        assertThat(box.cpu().weight()).isEqualTo(CpuWeight.DEFAULT);
        for (int weight : new int[] {1, 39, 100, 1000, 10_000}) {
            box.cpuWeight(weight);
            assertThat(box.cpu().weight()).isEqualTo(CpuWeight.of(weight));
            assertThat(box.cpu().shares()).isEqualTo(WeightConversion.OCI.toShares(CpuWeight.of(weight)));
        }
    }

    @Test
    void anIdleGroupTakesNoSharesUntilItIsIdleNoMore() {
        box.cpu().idle(true);
        assertThat(box.cpu().idle()).isTrue();
        assertThat(box.cpu().shares()).isEqualTo(CpuShares.IDLE);
        assertThat(box.cpu().weight()).isEqualTo(CpuWeight.of(CpuWeight.MIN));
        assertThatThrownBy(() -> box.cpuShares(512)).hasMessageContaining("idle");

        box.cpu().idle(false);
        assertThat(box.cpu().shares()).isEqualTo(CpuShares.DEFAULT);
        box.cpuWeight(50);
        assertThat(box.cpu().weight()).isEqualTo(CpuWeight.of(50));

        // In one specification each is written when the kernel takes it.
        box.cpu().apply(CpuSpec.builder().shares(CpuShares.of(2)).idle(true).build());
        box.cpu()
                .apply(CpuSpec.builder()
                        .shares(CpuShares.of(CpuShares.MAX))
                        .idle(false)
                        .build());
        assertThat(box.cpu().weight()).isEqualTo(CpuWeight.of(CpuWeight.MAX));
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
    void aClampIsSetWhereTheKernelHasOneAndUnsupportedElsewhere() {
        if (!box.files(Controller.CPU).list().contains("cpu.uclamp.min")) {
            assertThatThrownBy(() -> box.cpu().uclampMin(CpuClamp.ofPercent(20)))
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining("CONFIG_UCLAMP_TASK_GROUP");
            assertThatThrownBy(() -> box.cpu().uclampMax()).isInstanceOf(UnsupportedSettingException.class);
            return;
        }
        assertThat(box.cpu().uclampMin()).isEqualTo(CpuClamp.MIN);
        assertThat(box.cpu().uclampMax()).isEqualTo(CpuClamp.MAX);
        box.cpu().uclampMin(CpuClamp.ofPercent(12.34)).uclampMax(CpuClamp.ofPercent(50));
        assertThat(box.cpu().uclampMin()).isEqualTo(CpuClamp.ofPercent(12.34));
        assertThat(box.cpu().uclampMax()).isEqualTo(CpuClamp.ofPercent(50));
    }
}
