package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.freezer.FreezerController;
import io.cgroups.freezer.FreezerState;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Freezing what cannot be frozen, on kernels that cannot, and from inside a container. */
class V2FreezerTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String FREEZE = "cgroup.freeze";

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final OldKernel noted = new OldKernel(kernel);
    private final long pid = kernel.startProcess();
    private final Cgroup box = noted.cgroups().create("box", Controller.FREEZER);
    private final FreezerController freezer = box.freezer();

    @Test
    void freezingThatNeverEndsIsTakenBack() {
        kernel.makeUnfreezable(pid);
        box.attach(pid);
        noted.changes().clear();
        assertThatThrownBy(() -> freezer.freeze(LIMIT)).isInstanceOfSatisfying(CgroupTimeoutException.class, e -> {
            assertThat(e.operation()).isEqualTo("freeze");
            assertThat(e.path()).contains(Path.of("/sys/fs/cgroup/box/cgroup.freeze"));
            assertThat(e.data()).contains("1");
            assertThat(e.waited()).isEqualTo(LIMIT);
            assertThat(e.hint()).contains("uninterruptible").contains("thawed again");
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(noted.changes()).containsExactly(FREEZE + " 1", FREEZE + " 0");
        assertThat(freezer.state()).isEqualTo(FreezerState.THAWED);
    }

    @Test
    void whatWasFrozenBeforeStaysFrozen() {
        kernel.makeUnfreezable(pid);
        box.freeze().attach(pid);
        assertThat(freezer.state()).isEqualTo(FreezerState.FREEZING);
        assertThatThrownBy(() -> freezer.freeze(LIMIT))
                .isInstanceOf(CgroupTimeoutException.class)
                .hasMessageContaining("stays so");
        assertThat(freezer.state()).isEqualTo(FreezerState.FREEZING);
        assertThat(freezer.selfFreezing()).isTrue();
    }

    @Test
    void aGroupBelowIsOnTheWayWhileOneOfItsMembersHoldsItUp() {
        kernel.makeUnfreezable(pid);
        Cgroup inner = box.child("inner").attach(pid);
        assertThatThrownBy(() -> freezer.freeze(LIMIT)).isInstanceOf(CgroupTimeoutException.class);
        kernel.write(Path.of("/sys/fs/cgroup/box/cgroup.freeze"), "1");
        assertThat(inner.freezer().state()).isEqualTo(FreezerState.FREEZING);
        assertThat(inner.freezer().selfFreezing()).isFalse();
        assertThat(inner.freezer().parentFreezing()).isTrue();
    }

    @Test
    void aLimitOfZeroLooksOnce() {
        box.attach(pid);
        assertThat(freezer.freeze(Duration.ZERO).state()).isEqualTo(FreezerState.FROZEN);
        assertThat(freezer.thaw(Duration.ZERO).state()).isEqualTo(FreezerState.THAWED);
    }

    @Test
    void aFrozenGroupAboveThatIsOutOfSightShows() {
        OldKernel inContainer = new OldKernel(kernel) {
            @Override
            public String read(Path file) {
                return file.endsWith("cgroup.events") ? "populated 1\nfrozen 1\n" : super.read(file);
            }
        };
        FreezerController seen = inContainer.cgroups().open("box").freezer();
        assertThat(seen.state()).isEqualTo(FreezerState.FROZEN);
        assertThat(seen.parentFreezing()).isTrue();
        assertThatThrownBy(() -> seen.thaw(LIMIT))
                .isInstanceOf(CgroupTimeoutException.class)
                .hasMessageContaining("a group above that this mount does not show is frozen");
    }

    @Test
    void aKernelBeforeItsTimeIsNamed() {
        FreezerController old =
                new OldKernel(kernel, FREEZE).cgroups().open("box").freezer();
        assertThatThrownBy(old::freeze)
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("Linux 5.2");
        assertThatThrownBy(old::thaw).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(old::state).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(old::parentFreezing).isInstanceOf(UnsupportedSettingException.class);
    }
}
