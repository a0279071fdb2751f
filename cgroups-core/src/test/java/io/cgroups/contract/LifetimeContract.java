package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.freezer.FreezerState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the end of a group takes at the most, and what is told when that was not enough, on every kernel. */
public abstract class LifetimeContract {
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestHost host;

    protected LifetimeContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private Cgroup newGroup() {
        return host.cgroups().create(host.newName());
    }

    @Test
    void aGroupWithoutMembersIsEmptyAtOnce() throws InterruptedException {
        Cgroup box = newGroup();
        box.child("inner");
        assertThat(box.awaitEmpty(Duration.ZERO)).isTrue();
        assertThat(box.awaitEmpty(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
    }

    @Test
    void aGroupThatIsGoneHasNoMembers() throws InterruptedException {
        Cgroup box = newGroup();
        box.delete();
        assertThat(box.awaitEmpty(LONG)).isTrue();
    }

    @Test
    void membersBelowCountAsWell() throws InterruptedException {
        Cgroup box = newGroup();
        Cgroup inner = box.child("inner").child("innermost").attach(host.startProcess());
        assertThat(box.awaitEmpty(Duration.ZERO)).isFalse();
        assertThat(box.awaitEmpty(MOMENT)).isFalse();
        inner.kill();
        assertThat(box.awaitEmpty(LONG)).isTrue();
    }

    @Test
    void oneHierarchyWithAMemberIsEnough() throws InterruptedException {
        String name = host.newName();
        Cgroup box = host.cgroups().create(name);
        long pid = host.startProcess();
        Cgroup part = host.cgroups().create(name, Controller.CPUACCT).attach(pid);
        assertThat(box.awaitEmpty(MOMENT)).isFalse();
        part.moveMembersToParent();
        assertThat(box.awaitEmpty(LONG)).isTrue();
    }

    @Test
    void whoWaitsIsWokenByAnotherThread() throws InterruptedException {
        Cgroup box = newGroup().attach(host.startProcess());
        Thread killer = new Thread(box::kill);
        killer.start();
        assertThat(box.awaitEmpty(LONG)).isTrue();
        killer.join();
    }

    @Test
    void anInterruptBeforeTheWaitEndsItAndIsTaken() {
        Cgroup box = newGroup();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> box.awaitEmpty(LONG)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptNeitherShortensTheOtherWaitsNorIsLost() {
        Cgroup box = newGroup().attach(host.startProcess());
        Thread.currentThread().interrupt();
        box.freeze(LONG).thaw(LONG).kill(LONG).delete(LONG);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(host.files().exists(box.files(Controller.CPU).directory())).isFalse();
    }

    @Test
    void aLimitOfZeroLooksOnce() {
        Cgroup box = newGroup();
        box.kill(Duration.ZERO);
        box.child("inner").child("innermost");
        box.child("other");
        box.delete(Duration.ZERO);
        assertThatThrownBy(() -> box.attach(host.startProcess())).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aBusyGroupIsNotTouchedAndItsMembersAreTold() {
        Cgroup box = newGroup();
        long pid = host.startProcess();
        box.child("empty");
        box.child("inner").attach(pid);
        for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-1), MOMENT)) {
            assertThatThrownBy(() -> box.delete(limit)).isInstanceOfSatisfying(CgroupBusyException.class, e -> {
                assertThat(e.operation()).isEqualTo("remove");
                assertThat(e.path()).isPresent();
                assertThat(e.hint()).contains("it has members [" + pid).endsWith("nothing was removed");
            });
        }
        assertThat(box.children()).hasSize(2);
    }

    @Test
    void aTreeIsRemovedHoweverWideAndDeep() {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPUACCT);
        for (int i = 0; i < 50; i++) {
            box.child("wide" + i);
        }
        Cgroup deep = box;
        for (int i = 0; i < 50; i++) {
            deep = deep.child("d");
        }
        box.delete();
        assertThat(host.files().exists(box.files(Controller.CPUACCT).directory()))
                .isFalse();
    }

    @Test
    void freezingBelowAFrozenGroupHasItsLimit() {
        host.assumeHas(Controller.FREEZER);
        Cgroup box = host.cgroups().create(host.newName(), Controller.FREEZER);
        Cgroup inner = box.child("inner").attach(host.startProcess()).freeze(LONG);
        box.freeze(LONG);
        assertThatThrownBy(() -> inner.thaw(MOMENT))
                .isInstanceOfSatisfying(
                        CgroupTimeoutException.class,
                        e -> assertThat(e.waited()).isEqualTo(MOMENT));
        assertThat(inner.freezer().state()).isEqualTo(FreezerState.FROZEN);
        box.thaw(LONG);
        assertThat(inner.freezer().state()).isEqualTo(FreezerState.THAWED);
    }
}
