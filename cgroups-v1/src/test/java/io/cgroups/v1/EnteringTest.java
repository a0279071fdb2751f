package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import io.cgroups.testkit.InMemoryKernel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes into groups, and who is taken along. */
class EnteringTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroups cgroups = kernel.cgroups();

    @Test
    void thisJvmDoesNotEnterAFrozenGroupThatItCouldNotLeave() {
        Cgroup box = cgroups.create("box", Controller.CPU, Controller.FREEZER).freeze();
        for (Runnable entering : List.<Runnable>of(
                box::attachSelf,
                box::moveSelf,
                box::attachCurrentThread,
                () -> box.runIn(() -> {}),
                () -> cgroups.moveSelf("box", Controller.FREEZER))) {
            assertThatThrownBy(entering::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("thaw() it first");
        }
        assertThat(box.processes()).isEmpty();
    }

    @Test
    void aRootThatCannotBeFrozenIsEntered() {
        long self = ProcessHandle.current().pid();
        cgroups.create("box", Controller.FREEZER).attachSelf();
        cgroups.base().attachSelf();
        assertThat(cgroups.base().processes()).contains(self);
    }

    @Test
    void threadsAreMovedToTheParentWithoutTheirProcess() {
        Cgroup home = cgroups.create("home", Controller.CPU);
        Cgroup box = home.child("box");
        Cgroup other = home.child("other");
        long pid = kernel.startProcess();
        long tid = kernel.startThread(pid);
        other.attach(pid);
        box.attachThread(tid);

        box.moveMembersToParent();

        assertThat(box.threads()).isEmpty();
        assertThat(home.threads()).containsExactly(tid);
        assertThat(other.threads()).containsExactly(pid);
    }

    @Test
    void aScopeDoesNotTakeOverMembersOfAGroupWithoutAnOwner() {
        Cgroup foreign = cgroups.create("box", Controller.CPU);
        long pid = kernel.startProcess();
        foreign.attach(pid);
        for (OnClose onClose : List.of(OnClose.KILL, OnClose.MOVE_TO_PARENT)) {
            assertThatThrownBy(() -> cgroups.scoped("box", onClose, Controller.CPU))
                    .isInstanceOf(CgroupBusyException.class)
                    .hasMessageContaining("was there before, has no owner and has members [" + pid + " (java)]");
        }
        try (ScopedCgroup scope = cgroups.scoped("box", OnClose.FAIL_IF_BUSY, Controller.CPU)) {
            assertThat(scope.isMarked()).isFalse();
            assertThat(foreign.processes()).containsExactly(pid);
            kernel.kill(pid);
        }
    }

    @Test
    void whoAdoptsAGroupThatAnotherNeededOnTheWayKeepsIt() {
        ScopedCgroup scope = cgroups.scoped("app/worker", OnClose.KILL, Controller.CPU);
        Cgroup app = cgroups.create("app", Controller.CPU);
        assertThat(kernel.attributes()
                        .orElseThrow()
                        .names(app.files(Controller.CPU).directory()))
                .isEmpty();
        scope.close();
    }
}
