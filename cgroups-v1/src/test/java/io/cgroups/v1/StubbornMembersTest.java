package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.freezer.FreezerState;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Members that cannot be frozen, killed or named; a real kernel has them only by bad luck. */
class StubbornMembersTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final long pid = kernel.startProcess();
    private final Cgroup box = kernel.cgroups().create("box", Controller.FREEZER, Controller.CPUACCT);
    private final Cgroup inner = box.child("inner");

    @Test
    void freezingThatNeverEndsIsTakenBack() {
        kernel.makeUnfreezable(pid);
        box.attach(pid);
        assertThatThrownBy(() -> box.freezer().freeze(LIMIT))
                .isInstanceOfSatisfying(CgroupTimeoutException.class, e -> {
                    assertThat(e.operation()).isEqualTo("freeze");
                    assertThat(e.path())
                            .hasValueSatisfying(path -> assertThat(path).endsWithRaw(Path.of("freezer.state")));
                    assertThat(e.data()).contains("FROZEN");
                    assertThat(e.waited()).isEqualTo(LIMIT);
                    assertThat(e.hint()).contains("uninterruptible").contains("thawed again");
                    assertThat(e.getSuppressed()).isEmpty();
                });
        assertThat(box.freezer().state()).isEqualTo(FreezerState.THAWED);
        assertThat(box.freezer().selfFreezing()).isFalse();
    }

    @Test
    void whatWasFrozenBeforeStaysFrozen() {
        kernel.makeUnfreezable(pid);
        box.freeze().attach(pid);
        assertThat(box.freezer().state()).isEqualTo(FreezerState.FREEZING);
        assertThatThrownBy(() -> box.freezer().freeze(LIMIT))
                .isInstanceOf(CgroupTimeoutException.class)
                .hasMessageContaining("stays so");
        assertThat(box.freezer().state()).isEqualTo(FreezerState.FREEZING);
        assertThat(box.freezer().selfFreezing()).isTrue();
    }

    @Test
    void aLimitOfZeroLooksOnce() {
        box.attach(pid);
        assertThat(box.freezer().freeze(Duration.ZERO).state()).isEqualTo(FreezerState.FROZEN);
        assertThat(box.freezer().thaw(Duration.ZERO).state()).isEqualTo(FreezerState.THAWED);
    }

    @Test
    void whoCannotBeFrozenIsKilledAllTheSame() {
        kernel.makeUnfreezable(pid);
        box.attach(pid).kill();
        assertThat(box.processes()).isEmpty();
    }

    @Test
    void underAFrozenGroupNobodyDiesAndTheHintNamesIt() {
        inner.attach(pid);
        box.freeze();
        assertThatThrownBy(inner::kill)
                .isInstanceOf(CgroupTimeoutException.class)
                .hasMessageContaining("still there: [" + pid + " (java)]")
                .hasMessageContaining(box.files(Controller.FREEZER).directory() + ", is frozen: thaw it");
        assertThat(inner.processes()).containsExactly(pid);

        box.thaw();
        assertThat(inner.processes()).isEmpty();
    }

    @Test
    void aKilledMemberDiesWhenItIsMovedOutOfTheFrozenGroup() {
        box.attach(pid).freeze();
        kernel.kill(pid);
        assertThat(box.processes()).containsExactly(pid);
        box.moveMembersToParent();
        assertThat(kernel.kill(pid)).isFalse();
    }

    @Test
    void aMemberThatIsNotListedKeepsTheGroupAndIsSuspected() {
        box.attach(pid);
        kernel.makeForeign(pid);
        assertThat(box.processes()).isEmpty();
        assertThat(box.threads()).isEmpty();
        assertThatThrownBy(box::delete)
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("foreign pid namespace");
        assertThat(kernel.exists(box.files(Controller.FREEZER).directory())).isTrue();
    }
}
