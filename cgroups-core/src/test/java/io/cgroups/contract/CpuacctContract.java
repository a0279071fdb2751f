package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.cpuacct.CpuacctRates;
import io.cgroups.cpuacct.CpuacctStats;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What CPU accounting does on every kernel, as a v1 controller and as a part of every v2 group. */
public abstract class CpuacctContract {
    private final TestHost host;
    private Cgroup box;

    protected CpuacctContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.CPUACCT);
        box = host.cgroups().create(host.newName(), Controller.CPUACCT);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aNewGroupHasUsedNothing() {
        CpuacctStats stats = box.cpuacct().stats();
        assertThat(stats.usage()).isZero();
        assertThat(stats.user()).isZero();
        assertThat(stats.system()).isZero();
    }

    @Test
    void whatMembersUseIsCountedHereAndAbove() {
        long pid = host.startProcess();
        box.child("inner").attach(pid);
        CpuacctStats before = box.cpuacct().stats();
        host.burn(pid);
        CpuacctStats stats = box.cpuacct().stats();
        CpuacctRates rates = stats.since(before);
        assertThat(rates.usage()).isEqualTo(stats.usage().minus(before.usage()));
        assertThat(rates.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(rates.cpuShare()).isGreaterThan(0).isLessThan(1.1);
        assertThat(rates.restarted()).isFalse();
        assertThat(stats.usage()).isGreaterThan(Duration.ofMillis(100));
        assertThat(stats.user()).isPositive();
        assertThat(box.cpuacct().usage()).isGreaterThanOrEqualTo(stats.usage());
        assertThat(box.child("inner").cpuacct().usage()).isPositive();
    }

    @Test
    void usageIsResetOrThatIsUnsupported() {
        long pid = host.startProcess();
        box.attach(pid);
        host.burn(pid);
        Duration before = box.cpuacct().usage();
        if (box.files(Controller.CPUACCT).list().contains("cpuacct.usage")) {
            assertThat(box.cpuacct().stats().perCpu()).isNotEmpty();
            CpuacctStats earlier = box.cpuacct().stats();
            box.cpuacct().resetUsage();
            CpuacctRates rates = box.cpuacct().stats().since(earlier);
            assertThat(box.cpuacct().usage()).isLessThan(before);
            assertThat(rates.restarted()).isTrue();
            assertThat(rates.usage()).isLessThan(before);
            assertThat(rates.user()).isLessThan(before);
        } else {
            assertThat(box.cpuacct().stats().perCpu()).isEmpty();
            assertThatThrownBy(() -> box.cpuacct().resetUsage())
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining("subtract");
            assertThat(box.cpuacct().usage()).isGreaterThanOrEqualTo(before);
        }
    }
}
