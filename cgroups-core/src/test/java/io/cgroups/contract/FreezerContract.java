package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.freezer.FreezerController;
import io.cgroups.freezer.FreezerState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the freezer does on every kernel. */
public abstract class FreezerContract {
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final int MOMENTS = 100;

    private final TestHost host;
    private String name;
    private Cgroup box;

    protected FreezerContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.FREEZER);
        name = host.newName();
        box = host.cgroups().create(name, Controller.FREEZER);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static void assertState(Cgroup group, FreezerState state, boolean isSelf, boolean isParent) {
        FreezerController freezer = group.freezer();
        assertThat(freezer.state()).isEqualTo(state);
        assertThat(freezer.selfFreezing()).isEqualTo(isSelf);
        assertThat(freezer.parentFreezing()).isEqualTo(isParent);
    }

    @Test
    void aNewGroupIsNotFrozen() {
        assertState(box, FreezerState.THAWED, false, false);
        assertThat(box.thaw()).isSameAs(box);
        assertState(box, FreezerState.THAWED, false, false);
    }

    @Test
    void aFrozenMemberUsesNoCpuTimeUntilItIsThawed() {
        Cgroup busy = host.cgroups().create(host.newName(), Controller.FREEZER, Controller.CPUACCT);
        long pid = host.startProcess();
        busy.attach(pid);
        host.burn(pid);
        assertThat(busy.freeze()).isSameAs(busy);
        assertState(busy, FreezerState.FROZEN, true, false);

        // It is on its way off the CPU for a moment when the kernel already calls it frozen.
        host.pass(MOMENT);
        Duration used = busy.cpuacct().usage();
        host.pass(MOMENT);
        assertThat(used).isPositive();
        assertThat(busy.cpuacct().usage()).isEqualTo(used);

        busy.thaw();
        assertState(busy, FreezerState.THAWED, false, false);
        for (int i = 0; i < MOMENTS && busy.cpuacct().usage().equals(used); i++) {
            host.pass(MOMENT);
        }
        assertThat(busy.cpuacct().usage()).isGreaterThan(used);
    }

    @Test
    void groupsBelowAreFrozenTooAlsoNewOnes() {
        Cgroup inner = box.child("inner");
        inner.attach(host.startProcess());
        box.freeze();
        assertState(inner, FreezerState.FROZEN, false, true);
        assertState(box.child("new"), FreezerState.FROZEN, false, true);

        box.thaw();
        assertState(inner, FreezerState.THAWED, false, false);
    }

    @Test
    void aGroupFrozenItselfStaysSoWhenTheOneAboveIsThawed() {
        Cgroup inner = box.child("inner").freeze();
        box.freeze();
        assertState(inner, FreezerState.FROZEN, true, true);
        box.thaw();
        assertState(inner, FreezerState.FROZEN, true, false);
    }

    @Test
    void thawingUnderAFrozenGroupSaysSoAndTakesTheOwnFreezingBack() {
        Cgroup inner = box.child("inner").freeze();
        box.freeze();
        assertThatThrownBy(() -> inner.freezer().thaw(MOMENT))
                .isInstanceOfSatisfying(CgroupTimeoutException.class, e -> {
                    assertThat(e.operation()).isEqualTo("thaw");
                    assertThat(e.waited()).isEqualTo(MOMENT);
                    assertThat(e.hint()).contains(name + ", is frozen");
                });
        assertState(inner, FreezerState.FROZEN, false, true);
        box.thaw();
        assertState(inner, FreezerState.THAWED, false, false);
    }

    @Test
    void whoJoinsAFrozenGroupIsFrozen() {
        box.freeze();
        long pid = host.startProcess();
        box.attach(pid).freeze();
        assertState(box, FreezerState.FROZEN, true, false);
        assertThat(box.processes()).containsExactly(pid);
    }

    @Test
    void membersDieThoughTheyAreFrozen() {
        box.attach(host.startProcess());
        Cgroup inner = box.child("inner").attach(host.startProcess()).freeze();
        box.freeze();

        box.kill();
        assertThat(box.processes()).isEmpty();
        assertThat(inner.processes()).isEmpty();
        assertState(inner, FreezerState.THAWED, false, false);
        box.delete();
    }

    @Test
    void aFrozenGroupWithoutMembersCanBeDeleted() {
        box.child("inner");
        box.freeze();
        box.delete();
        assertThatThrownBy(() -> host.cgroups().open(name)).isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(box::freeze).isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(box::thaw).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void theCallerCannotFreezeItself() {
        Cgroup inner = box.child("inner").attachSelf();
        try {
            assertThatThrownBy(inner::freeze).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(box::freeze)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("would stop itself");
            assertState(box, FreezerState.THAWED, false, false);
        } finally {
            inner.moveMembersToParent();
            box.moveMembersToParent();
        }
    }

    @Test
    void theGroupOfTheCallerCannotBeFrozenNorCanTheRoot() {
        Cgroup own = host.cgroups().current();
        assertThatThrownBy(own::freeze).isInstanceOfAny(IllegalStateException.class, UnsupportedSettingException.class);
    }

    @Test
    void anInterruptIsKept() {
        box.attach(host.startProcess());
        Thread.currentThread().interrupt();
        box.freeze();
        assertThat(Thread.interrupted()).isTrue();
        assertState(box, FreezerState.FROZEN, true, false);
    }
}
