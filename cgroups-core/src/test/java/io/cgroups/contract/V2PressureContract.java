package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.pressure.Pressure;
import io.cgroups.pressure.Stall;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the v2 hierarchy tells of time that is lost to waiting. */
public abstract class V2PressureContract {
    private final TestHost host;
    private Cgroup box;

    protected V2PressureContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        box = host.newUnifiedGroup();
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static void assertNone(Pressure pressure) {
        assertThat(pressure.some()).contains(new Stall(0, 0, 0, Duration.ZERO));
        assertThat(pressure.full()).contains(new Stall(0, 0, 0, Duration.ZERO));
    }

    private static Duration lost(Pressure pressure) {
        return pressure.some().orElseThrow().total();
    }

    @Test
    void nobodyWaitsInANewGroup() {
        assertNone(box.pressure().cpu());
        assertNone(box.pressure().memory());
        assertNone(box.pressure().io());
    }

    @Test
    void whoGetsLessCpuTimeThanItWantsWaits() {
        host.assumeHas(Controller.CPU);
        long first = host.startProcess();
        long second = host.startProcess();
        Cgroup crowd = host.withUnified().create(host.newName(), Controller.CPU).cpuQuota(20_000);
        crowd.attach(first).attach(second);
        host.burn(first);
        host.burn(second);

        Stall some = crowd.pressure().cpu().some().orElseThrow();
        assertThat(some.total()).isBetween(Duration.ofMillis(500), Duration.ofMinutes(10));
        assertThat(some.avg10()).isBetween(1.0, 100.0);
        assertThat(lost(box.pressure().cpu())).isZero();
    }

    @Test
    void theMeasuringIsSwitchedOffAndOnForEachGroupByItself() {
        Cgroup inner = box.child("inner");
        assertThat(box.pressure().enabled()).isTrue();
        assertThat(box.pressure().enable(false).enabled()).isFalse();
        assertThat(inner.pressure().enabled()).isTrue();
        assertNone(inner.pressure().cpu());

        assertThatThrownBy(() -> box.pressure().cpu())
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("enable(true)");
        assertThatThrownBy(() -> box.pressure().memory()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.pressure().irq()).isInstanceOf(UnsupportedSettingException.class);
        assertNone(box.pressure().enable(true).memory());
    }

    @Test
    void theRootTellsOfTheWholeMachine() {
        Cgroup root = host.unifiedRoot();
        assertThat(root.pressure().enabled()).isTrue();
        assertThat(root.pressure().cpu().some().orElseThrow().avg60()).isBetween(0.0, 100.0);
        assertThat(root.pressure().memory().some()).isPresent();
        assertThat(root.pressure().io().full()).isPresent();
    }

    @Test
    void aGroupThatIsGoneIsReportedAsGone() {
        box.delete();
        assertThatThrownBy(() -> box.pressure().cpu()).isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(() -> box.pressure().enabled()).isInstanceOf(CgroupNotFoundException.class);
    }
}
