package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupFormatException;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A scoped group says whose it is, and nobody else gets it while its owner lives. */
public abstract class OwnersContract {
    private final TestHost host;

    protected OwnersContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aScopedGroupIsMarkedInEveryHierarchyAndNothingIsLeftOnTheGroupAbove() {
        Owned owned = new Owned(host);
        try (ScopedCgroup scope = owned.cgroups().scoped("box", OnClose.KILL)) {
            assertThat(scope.isMarked()).isTrue();
            assertThat(owned.notes(scope.group())).hasSameSizeAs(Owned.directories(scope.group()));
            assertThat(owned.notes(owned.base())).isEmpty();
        }
        assertThat(Owned.children(owned.base())).isEmpty();
    }

    @Test
    void whatAnotherOwnerHasIsRefusedAndTheOwnerNamed() {
        Owned owned = new Owned(host);
        long pid = host.startProcess();
        Cgroup box = owned.mark(owned.base().child("box"), owned.alive(pid), "KILL");

        assertThatThrownBy(() -> owned.cgroups().scoped("box", OnClose.KILL))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("process " + pid + " (");
        assertThat(owned.notes(box)).hasSameSizeAs(Owned.directories(box));
    }

    @Test
    void whatThisJvmHasIsRefusedAsWell() {
        Owned owned = new Owned(host);
        try (ScopedCgroup first = owned.cgroups().scoped("box", OnClose.KILL)) {
            assertThatThrownBy(() -> owned.cgroups().scoped("box", OnClose.KILL))
                    .isInstanceOf(CgroupBusyException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(first.group().processes()).isEmpty();
        }
    }

    @Test
    void aGroupThatAnotherOwnerIsJustMakingIsRefused() {
        Owned owned = new Owned(host);
        long pid = host.startProcess();
        Cgroup box = owned.base().child("box");
        owned.intend(owned.base(), owned.alive(pid), "box");

        assertThatThrownBy(() -> owned.cgroups().scoped("box", OnClose.KILL))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("process " + pid);
        assertThat(owned.notes(box)).isEmpty();
    }

    @Test
    void whatMayHaveAnOwnerIsRefused() {
        Owned owned = new Owned(host);
        owned.mark(owned.base().child("foreign"), owned.foreign(), "KILL");
        owned.mark(owned.base().child("newer"), "2 something new");

        assertThatThrownBy(() -> owned.cgroups().scoped("foreign", OnClose.KILL))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("pid:[1]");
        assertThatThrownBy(() -> owned.cgroups().scoped("newer", OnClose.KILL))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("2 something new");
    }

    @Test
    void aGroupOfADeadOwnerIsTakenOver() {
        Owned owned = new Owned(host);
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), "KILL");
        long pid = host.startProcess();
        box.attach(pid);

        try (ScopedCgroup scope = owned.cgroups().scoped("box", OnClose.MOVE_TO_PARENT)) {
            assertThat(scope.isMarked()).isTrue();
            assertThat(owned.notes(box))
                    .hasSameSizeAs(Owned.directories(box))
                    .doesNotContain("io.cgroups.owner.4711-test");
            assertThat(owned.cgroups().reapOrphans().removed()).isEmpty();
            assertThat(box.processes()).containsExactly(pid);
        }
        assertThat(owned.base().processes()).containsExactly(pid);
    }

    @Test
    void aGroupThatADeadOwnerNeverFinishedIsTakenOver() {
        Owned owned = new Owned(host);
        owned.base().child("box");
        owned.intend(owned.base(), owned.dead(), "box");

        try (ScopedCgroup scope = owned.cgroups().scoped("box", OnClose.KILL)) {
            assertThat(scope.isMarked()).isTrue();
            assertThat(owned.notes(owned.base())).isEmpty();
        }
    }

    @Test
    void aGroupWithoutAnOwnerStaysWithoutAndGoesWithClosing() {
        Owned owned = new Owned(host);
        Cgroup box = owned.base().child("box");
        try (ScopedCgroup scope = owned.cgroups().scoped("box", OnClose.KILL)) {
            assertThat(scope.isMarked()).isFalse();
            assertThat(owned.notes(box)).isEmpty();
        }
        assertThat(Owned.children(owned.base())).isEmpty();
    }

    @Test
    void ofManyThatWantTheSameAtOnceOneGetsIt() throws Exception {
        Owned owned = new Owned(host);
        for (int round = 0; round < 6; round++) {
            Cgroup box = owned.cgroups().create("box");
            if (round % 2 == 0) {
                box.delete();
            } else {
                owned.mark(box, owned.dead(), "KILL");
            }
            List<Throwable> refusals = new ArrayList<>();
            List<ScopedCgroup> scopes = AtOnce.run(4, () -> owned.cgroups().scoped("box", OnClose.KILL), refusals);

            assertThat(refusals).hasSize(3).allSatisfy(e -> assertThat(e).isInstanceOf(CgroupBusyException.class));
            assertThat(scopes).singleElement().satisfies(scope -> {
                assertThat(scope.isMarked()).isTrue();
                assertThat(owned.notes(box)).hasSameSizeAs(Owned.directories(box));
                scope.close();
            });
        }
    }

    @Test
    void closingThatFailsLeavesTheMark() {
        Owned owned = new Owned(host);
        ScopedCgroup scope = owned.cgroups().scoped("box", OnClose.FAIL_IF_BUSY);
        long pid = host.startProcess();
        scope.group().attach(pid);

        assertThatThrownBy(scope::close).isInstanceOf(CgroupBusyException.class);
        assertThat(owned.notes(scope.group())).hasSameSizeAs(Owned.directories(scope.group()));
        owned.base().attach(pid);
        scope.close();
        assertThat(Owned.children(owned.base())).isEmpty();
    }

    @Test
    void groupsOnTheWayAreMarkedToo() {
        Owned owned = new Owned(host);
        try (ScopedCgroup scope = owned.cgroups().scoped("pool/worker", OnClose.KILL)) {
            assertThat(scope.isMarked()).isTrue();
        }
        Cgroup pool = owned.cgroups().open("pool");
        assertThat(owned.notes(pool)).hasSameSizeAs(Owned.directories(pool));
        try (ScopedCgroup again = owned.cgroups().scoped("pool/other", OnClose.KILL)) {
            assertThat(again.isMarked()).isTrue();
        }
    }

    @Test
    void whoAdoptsAGroupOfADeadOwnerKeepsIt() {
        Owned owned = new Owned(host);
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), "KILL");
        long pid = host.startProcess();
        owned.cgroups().create("box").attach(pid);

        assertThat(owned.cgroups().reapOrphans().removed()).isEmpty();
        assertThat(box.processes()).containsExactly(pid);
    }
}
