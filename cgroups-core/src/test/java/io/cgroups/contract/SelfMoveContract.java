package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.SelfMove;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** This JVM moves into groups and back. */
public abstract class SelfMoveContract {
    private static final long SELF = ProcessHandle.current().pid();

    private final TestHost host;
    private final Deque<SelfMove> moves = new ArrayDeque<>();
    private String before;

    protected SelfMoveContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void look() {
        before = ownGroups();
    }

    private String ownGroups() {
        return host.files().read(Path.of("/proc/self/cgroup"));
    }

    private SelfMove opened(SelfMove move) {
        moves.push(move);
        return move;
    }

    @AfterEach
    void comeBack() {
        moves.forEach(SelfMove::close);
        assertThat(ownGroups()).isEqualTo(before);
        host.cleanUp();
    }

    @Test
    void itIsInEveryHierarchyOfTheGroupUntilThatIsClosed() {
        Cgroup box = host.cgroups().create(host.newName());
        SelfMove move = opened(box.moveSelf());
        assertThat(move.group()).isSameAs(box);
        for (Controller controller : box.controllers()) {
            assertThat(box.files(controller).read("cgroup.procs")).isEqualTo(Long.toString(SELF));
        }
        assertThat(host.cgroups().current().path()).isEqualTo(box.path());

        move.close();
        assertThat(box.processes()).isEmpty();
        assertThat(ownGroups()).isEqualTo(before);
        move.close();
        assertThat(ownGroups()).isEqualTo(before);
    }

    @Test
    void aGroupThatIsMadeForItIsGoneAfterwardsWithAllBelow() {
        String name = host.newName();
        SelfMove move = opened(host.cgroups().moveSelf(name + "/x", Controller.PIDS, Controller.CPU));
        move.group().pidsMax(30_000).cpuQuota(90_000);
        assertThat(move.group().processes()).containsExactly(SELF);
        move.close();
        assertThatThrownBy(() -> host.cgroups().open(name)).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aGroupThatWasThereStays() {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU);
        opened(host.cgroups().moveSelf(box.path().toString(), Controller.CPU)).close();
        assertThat(host.cgroups().open(box.path().toString()).processes()).isEmpty();
    }

    @Test
    void movesWithinMovesAreClosedInReverse() {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU);
        Cgroup inner = box.child("inner");
        SelfMove first = opened(box.moveSelf());
        SelfMove second = opened(inner.moveSelf());

        assertThatThrownBy(first::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("close what was moved later first")
                .hasMessageContaining("inner");
        assertThat(inner.processes()).containsExactly(SELF);
        second.close();
        assertThat(box.processes()).containsExactly(SELF);
        first.close();
        assertThat(ownGroups()).isEqualTo(before);
    }

    @Test
    void aFormerGroupThatIsGoneIsReportedAndNothingIsChanged() {
        Cgroup old = host.cgroups().create(host.newName(), Controller.CPU);
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU);
        opened(old.moveSelf());
        SelfMove move = opened(box.moveSelf());
        old.delete();

        assertThatThrownBy(move::close)
                .isInstanceOf(CgroupNotFoundException.class)
                .hasMessageContaining(old.path().toString())
                .hasMessageContaining("make it again");
        assertThat(box.processes()).containsExactly(SELF);
        host.cgroups().create(old.path().toString(), Controller.CPU);
        move.close();
        assertThat(old.processes()).containsExactly(SELF);
    }

    @Test
    void othersInTheGroupAreNamedAndItStaysUntilTheyHaveLeft() {
        Cgroup outside = host.cgroups().create(host.newName(), Controller.CPU);
        SelfMove move = opened(host.cgroups().moveSelf(host.newName(), Controller.CPU));
        long pid = host.startProcess();
        move.group().attach(pid);

        assertThatThrownBy(move::close).isInstanceOf(CgroupBusyException.class).hasMessageContaining("[" + pid + "]");
        assertThat(move.group().processes()).contains(SELF, pid);
        outside.attach(pid);
        move.close();
        assertThat(ownGroups()).isEqualTo(before);
    }
}
