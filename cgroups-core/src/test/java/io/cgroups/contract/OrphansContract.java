package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.OnClose;
import io.cgroups.ReapReport;
import io.cgroups.ReapReport.Reason;
import io.cgroups.ScopedCgroup;
import io.cgroups.internal.own.Owner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of dead owners are removed, and no others. */
public abstract class OrphansContract {
    private final TestHost host;

    protected OrphansContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static void assertLeft(ReapReport report, String group, Reason reason) {
        assertThat(report.removed()).isEmpty();
        assertThat(report.left()).isNotEmpty().allSatisfy(left -> {
            assertThat(left.group()).hasToString(group);
            assertThat(left.reason()).isEqualTo(reason);
            assertThat(left.directories()).isNotEmpty();
            assertThat(left.detail()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "MOVE_TO_PARENT", "FAIL_IF_BUSY", "ON_THE_WAY"})
    void anEmptyOneGoesFromEveryHierarchy(String close) {
        Owned owned = new Owned(host);
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), close);
        List<Path> directories = Owned.directories(box);

        ReapReport report = owned.cgroups().reapOrphans();

        assertThat(report.left()).isEmpty();
        assertThat(report.removed()).singleElement().satisfies(removed -> {
            assertThat(removed.group()).hasToString("box");
            assertThat(removed.owner()).isEqualTo(host.deadPid());
            assertThat(removed.directories()).containsExactlyInAnyOrderElementsOf(directories);
        });
        assertThat(Owned.children(owned.base())).isEmpty();
        assertThat(owned.cgroups().reapOrphans()).isEqualTo(new ReapReport(List.of(), List.of(), 0));
    }

    @Test
    void whatHasALivingOwnerOrNoneStays() {
        Owned owned = new Owned(host);
        owned.mark(owned.base().child("other"), owned.alive(host.startProcess()), "KILL");
        owned.base().child("foreign").child("inner");
        try (ScopedCgroup scope = owned.cgroups().scoped("mine", OnClose.KILL)) {
            ReapReport report = owned.cgroups().reapOrphans();

            assertThat(report.removed()).isEmpty();
            assertThat(report.left()).isEmpty();
            assertThat(Owned.children(owned.base())).containsExactly("foreign", "mine", "other");
            assertThat(scope.isMarked()).isTrue();
        }
    }

    @Test
    void theIdOfADeadOwnerMayBeThatOfAnotherProcess() {
        Owned owned = new Owned(host);
        Owner alive = owned.alive(host.startProcess());
        owned.mark(owned.base().child("box"), new Owner(alive.pid(), alive.start() + 1, alive.space()), "KILL");

        assertThat(owned.cgroups().reapOrphans().removed()).hasSize(1);
    }

    @Test
    void anOwnerOutOfSightKeepsItsGroup() {
        Owned owned = new Owned(host);
        owned.mark(owned.base().child("box"), owned.foreign(), "KILL");

        assertLeft(owned.cgroups().reapOrphans(), "box", Reason.OWNER_OUT_OF_SIGHT);
        assertThat(Owned.children(owned.base())).containsExactly("box");
    }

    @Test
    void aMarkThatCannotBeReadKeepsItsGroup() {
        Owned owned = new Owned(host);
        owned.mark(owned.base().child("box"), "1 4711 KILL");

        assertLeft(owned.cgroups().reapOrphans(), "box", Reason.MARK_UNREADABLE);
        assertThat(Owned.children(owned.base())).containsExactly("box");
    }

    @Test
    void membersAreKilledWhereTheOwnerSaidSo() {
        Owned owned = new Owned(host);
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), "KILL");
        box.attach(host.startProcess());
        box.child("inner").attach(host.startProcess());

        assertThat(owned.cgroups().reapOrphans().removed()).hasSize(1);
        assertThat(Owned.children(owned.base())).isEmpty();
    }

    @Test
    void membersAreMovedWhereTheOwnerSaidSo() {
        Owned owned = new Owned(host);
        long pid = host.startProcess();
        owned.mark(owned.base().child("box"), owned.dead(), "MOVE_TO_PARENT").attach(pid);

        assertThat(owned.cgroups().reapOrphans().removed()).hasSize(1);
        assertThat(owned.base().processes()).containsExactly(pid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAIL_IF_BUSY", "ON_THE_WAY"})
    void otherMembersKeepTheGroupAndItGoesWhenTheyAreGone(String close) {
        Owned owned = new Owned(host);
        long pid = host.startProcess();
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), close).attach(pid);

        ReapReport report = owned.cgroups().reapOrphans();
        assertLeft(report, "box", Reason.NOT_EMPTY);
        assertThat(report.left().get(0).detail()).contains(Long.toString(pid));
        assertThat(box.processes()).containsExactly(pid);

        owned.base().attach(pid);
        assertThat(owned.cgroups().reapOrphans().removed()).hasSize(1);
    }

    @Test
    void membersOfGroupsBelowAreNotMoved() {
        Owned owned = new Owned(host);
        long pid = host.startProcess();
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), "MOVE_TO_PARENT");
        box.attach(pid).child("inner").attach(host.startProcess());

        assertLeft(owned.cgroups().reapOrphans(), "box", Reason.NOT_EMPTY);
        assertThat(box.processes()).containsExactly(pid);
    }

    @Test
    void aLivingOwnerBelowKeepsTheGroupAndItsMembers() {
        Owned owned = new Owned(host);
        long pid = host.startProcess();
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), "KILL").attach(pid);
        try (ScopedCgroup scope = owned.cgroups().scoped("box/inner/mine", OnClose.KILL)) {
            assertLeft(owned.cgroups().reapOrphans(), "box", Reason.OWNED_BELOW);
            assertThat(box.processes()).containsExactly(pid);
            assertThat(scope.group().processes()).isEmpty();
        }
    }

    @Test
    void aGroupThatIsJustBeingMadeBelowKeepsTheGroup() {
        Owned owned = new Owned(host);
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), "KILL");
        owned.intend(box, owned.alive(host.startProcess()), "inner");

        assertLeft(owned.cgroups().reapOrphans(), "box", Reason.OWNED_BELOW);
    }

    @Test
    void nestedOnesGoFromTheInsideOut() {
        Owned owned = new Owned(host);
        Cgroup box = owned.mark(owned.base().child("box"), owned.dead(), "ON_THE_WAY");
        owned.mark(box.child("inner"), owned.dead(), "KILL").attach(host.startProcess());

        assertThat(owned.cgroups().reapOrphans().removed())
                .extracting(removed -> removed.group().toString())
                .containsExactly("box/inner", "box");
    }

    @Test
    void aGroupOnTheWayStaysWhileSomebodyElseUsesIt() {
        Owned owned = new Owned(host);
        Cgroup pool = owned.mark(owned.base().child("pool"), owned.dead(), "ON_THE_WAY");
        pool.child("foreign");

        assertLeft(owned.cgroups().reapOrphans(), "pool", Reason.NOT_EMPTY);
        assertThat(Owned.children(pool)).containsExactly("foreign");
    }

    @Test
    void whatWasNeverFinishedGoesWhenNothingIsInIt() {
        Owned owned = new Owned(host);
        long pid = host.startProcess();
        Cgroup box = owned.base().child("box").attach(pid);
        owned.intend(owned.base(), owned.dead(), "box");

        assertLeft(owned.cgroups().reapOrphans(), "box", Reason.NOT_EMPTY);
        assertThat(box.processes()).containsExactly(pid);

        owned.base().attach(pid);
        ReapReport report = owned.cgroups().reapOrphans();
        assertThat(report.removed()).hasSize(1);
        assertThat(report.unfinished())
                .isEqualTo(Owned.directories(owned.base()).size());
        assertThat(owned.notes(owned.base())).isEmpty();
    }

    @Test
    void severalReapersAndANewOwnerDoNotHurtEachOther() throws Exception {
        Owned owned = new Owned(host);
        for (int round = 0; round < 6; round++) {
            owned.mark(owned.base().child("box"), owned.dead(), "KILL").attach(host.startProcess());
            List<Throwable> refusals = new ArrayList<>();
            List<Optional<ScopedCgroup>> ends =
                    AtOnce.run(List.of(() -> reap(owned), () -> reap(owned), () -> scope(owned)), refusals);

            assertThat(refusals).isEmpty();
            ends.stream().flatMap(Optional::stream).forEach(scope -> {
                assertThat(Owned.children(owned.base())).containsExactly("box");
                assertThat(owned.notes(scope.group())).hasSameSizeAs(Owned.directories(scope.group()));
                scope.close();
            });
            // Whom a reaper was faster than in one hierarchy has given back what it had taken in another.
            owned.cgroups().reapOrphans();
            assertThat(Owned.children(owned.base())).isEmpty();
        }
    }

    private static Optional<ScopedCgroup> reap(Owned owned) {
        assertThat(owned.cgroups().reapOrphans().left()).isEmpty();
        return Optional.empty();
    }

    /** A reaper may be at it, which is an owner that lives. */
    private static Optional<ScopedCgroup> scope(Owned owned) {
        try {
            return Optional.of(owned.cgroups().scoped("box", OnClose.KILL));
        } catch (CgroupBusyException e) {
            return Optional.empty();
        }
    }

    @Test
    void whatWasNeverBegunLeavesNothing() {
        Owned owned = new Owned(host);
        owned.intend(owned.base(), owned.dead(), "box");

        ReapReport report = owned.cgroups().reapOrphans();
        assertThat(report.removed()).isEmpty();
        assertThat(report.left()).isEmpty();
        assertThat(report.unfinished()).isPositive();
        assertThat(owned.notes(owned.base())).isEmpty();
    }
}
