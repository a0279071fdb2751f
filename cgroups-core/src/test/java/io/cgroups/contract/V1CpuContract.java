package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuSpec;
import io.cgroups.unit.Limit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cpu controller does on v1 only. */
public abstract class V1CpuContract {
    private final TestHost host;
    private Cgroup box;

    protected V1CpuContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.CPU);
        box = host.cgroups().create(host.newName(), Controller.CPU);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void valuesAreWrittenInTheFormOfV1() {
        box.cpuQuota(20_000).cpuPeriod(50_000).cpuShares(512);
        assertThat(box.files(Controller.CPU).read("cpu.cfs_quota_us")).isEqualTo("20000");
        assertThat(box.files(Controller.CPU).read("cpu.cfs_period_us")).isEqualTo("50000");
        assertThat(box.files(Controller.CPU).read("cpu.shares")).isEqualTo("512");
        assertThat(box.cpu().shares()).isEqualTo(CpuShares.of(512));
        box.cpu().weight(box.cpu().weight());
        assertThat(box.cpu().weight().value()).isEqualTo(59);
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
    void theRawDoorShowsWhatTheKernelMakesOfAValue() {
        box.files(Controller.CPU).write("cpu.shares", "1");
        assertThat(box.files(Controller.CPU).read("cpu.shares")).isEqualTo("2");
        assertThatThrownBy(() -> box.files(Controller.CPU).write("cpu.cfs_quota_us", "999"))
                .isInstanceOf(ValueRejectedException.class);
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

    @Test
    void niceValuesAreUnsupportedAndNothingIsWritten() {
        CpuSpec spec = CpuSpec.builder().idle(true).weightNice(5).build();
        assertThatThrownBy(() -> box.cpu().apply(spec))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("use shares or weight");
        assertThatThrownBy(() -> box.cpu().weightNice()).isInstanceOf(UnsupportedSettingException.class);
        assertThat(box.cpu().idle()).isFalse();
    }
}
