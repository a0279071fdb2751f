package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.cpu.CpuClamp;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuSpec;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.spi.CpuClampFiles;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The texts and the order of writes to the cpu files of v2. */
class V2CpuPlanTest {
    private final Cgroup box = InMemoryKernel.v2().cgroups().create("box", Controller.CPU);

    private static List<String> plan(Cgroup group, CpuSpec.Builder spec) {
        return lines(group.cpu().plan(spec.build()));
    }

    private static List<String> lines(List<KernelWrite> writes) {
        return writes.stream()
                .map(write -> write.file().substring("cpu.".length()) + " " + write.text())
                .toList();
    }

    private static CpuSpec.Builder spec() {
        return CpuSpec.builder();
    }

    @Test
    void nothingIsWrittenForWhatIsNotMentioned() {
        assertThat(plan(box, spec())).isEmpty();
    }

    @Test
    void quotaAndPeriodAreOneWriteAndAPeriodAloneRepeatsTheQuota() {
        CpuQuota quota = CpuQuota.ofMicros(20_000);
        CpuPeriod period = CpuPeriod.ofMicros(50_000);
        assertThat(plan(box, spec().quota(quota))).containsExactly("max 20000");
        assertThat(plan(box, spec().quota(CpuQuota.unlimited()))).containsExactly("max max");
        assertThat(plan(box, spec().period(period))).containsExactly("max max 50000");
        assertThat(plan(box, spec().quota(quota).period(period))).containsExactly("max 20000 50000");
        box.cpu().quota(quota);
        assertThat(plan(box, spec().period(period))).containsExactly("max 20000 50000");
    }

    @Test
    void aLargerBurstFollowsTheQuotaAndASmallerOnePrecedesIt() {
        box.cpu()
                .apply(spec().quota(CpuQuota.ofMicros(50_000))
                        .burst(Duration.ofMillis(20))
                        .build());
        assertThat(plan(box, spec().quota(CpuQuota.ofMicros(90_000)).burst(Duration.ofMillis(80))))
                .containsExactly("max 90000", "max.burst 80000");
        assertThat(plan(box, spec().quota(CpuQuota.ofMicros(10_000)).burst(Duration.ofMillis(10))))
                .containsExactly("max.burst 10000", "max 10000");
    }

    @Test
    void sharesAreConvertedAndAnIdleGroupIsWokenFirst() {
        assertThat(plan(box, spec().shares(CpuShares.of(2048)).idle(true))).containsExactly("weight 174", "idle 1");
        assertThat(plan(box, spec().weight(CpuWeight.of(7)).idle(false))).containsExactly("idle 0", "weight 7");
        assertThat(plan(box, spec().weightNice(-20))).containsExactly("weight.nice -20");
    }

    @Test
    void becomingIdleAndANiceValueAreTakenBackByTheWeight() {
        box.cpuWeight(52);
        KernelWrite idle = box.cpu().plan(spec().idle(true).build()).get(0);
        KernelWrite nice = box.cpu().plan(spec().weightNice(1).build()).get(0);
        assertThat(lines(idle.inverse())).containsExactly("idle 0", "weight 52");
        assertThat(lines(nice.inverse())).containsExactly("weight 52");
        box.cpu().idle(true);
        assertThat(lines(box.cpu().plan(spec().idle(true).build()).get(0).inverse()))
                .containsExactly("idle 1");
    }

    @Test
    void onePortionIsGivenOnOneScale() {
        assertThatThrownBy(() -> spec().shares(CpuShares.DEFAULT).weightNice(0).build())
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> spec().weightNice(0).weight(CpuWeight.DEFAULT).build())
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void clampsAreWrittenInPerCentAndReadBackWhereTheKernelHasThem() {
        Cgroup newer = new NewerKernel(Map.of(CpuClampFiles.MIN, "0.00", CpuClampFiles.MAX, "max")).create("box");
        assertThat(newer.cpu().uclampMin()).isEqualTo(CpuClamp.MIN);
        assertThat(newer.cpu().uclampMax()).isEqualTo(CpuClamp.MAX);
        assertThat(plan(newer, spec().uclampMin(CpuClamp.ofPercent(5.04)).uclampMax(CpuClamp.MAX)))
                .containsExactly("uclamp.min 5.04", "uclamp.max max");
        newer.cpu().uclampMin(CpuClamp.ofPercent(5.04)).uclampMax(CpuClamp.ofPercent(50));
        assertThat(newer.cpu().uclampMin()).isEqualTo(CpuClamp.ofPercent(5.04));
        assertThat(newer.cpu().uclampMax()).isEqualTo(CpuClamp.ofPercent(50));
        assertThatThrownBy(() -> box.cpu().uclampMax(CpuClamp.MAX)).isInstanceOf(UnsupportedSettingException.class);
    }
}
