package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Evacuation;
import io.cgroups.SelfMove;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** This JVM limits itself from a group of the unified hierarchy that is not the root, as that of a service. */
public abstract class V2SelfMoveContract {
    private static final long SELF = ProcessHandle.current().pid();
    private static final String ENABLED = "cgroup.subtree_control";

    private final TestHost host;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Controller controller;
    private Cgroup service;
    private Cgroups below;

    protected V2SelfMoveContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void enterAGroup() {
        controller = Stream.of(Controller.MEMORY, Controller.BLKIO, Controller.HUGETLB)
                .filter(host.unified()::has)
                .findFirst()
                .orElseThrow();
        service = host.cgroups().create(host.newName(), controller);
        below = Cgroups.builder()
                .kernel(host.files())
                .base("/" + service.path())
                .build();
        opened(service.moveSelf());
    }

    private <T extends AutoCloseable> T opened(T move) {
        open.push(move);
        return move;
    }

    @AfterEach
    void comeBack() throws Exception {
        for (AutoCloseable move : open) {
            move.close();
        }
        host.cleanUp();
    }

    private String enabled(Cgroup group) {
        return group.files(controller).read(ENABLED);
    }

    private void assertUntouched() {
        assertThat(service.processes()).contains(SELF);
        assertThat(enabled(service)).isEmpty();
        assertThat(service.children()).isEmpty();
    }

    @Test
    void controllersAreEnabledWhenItsOnlyProcessHasMovedOn() {
        SelfMove move = opened(below.moveSelf("x", controller));
        assertThat(move.group().processes()).containsExactly(SELF);
        assertThat(service.processes()).isEmpty();
        assertThat(enabled(service)).isNotEmpty();

        move.close();
        assertUntouched();
    }

    @Test
    void whatIsEnabledLaterIsTakenBackAsWell() {
        SelfMove move = opened(service.child("x").moveSelf());
        move.group().enable(controller);
        assertThat(enabled(service)).isNotEmpty();

        move.close();
        assertThat(enabled(service)).isEmpty();
        assertThat(move.group().processes()).isEmpty();
        move.group().delete();
        assertUntouched();
    }

    @Test
    void othersInTheGroupAboveAreNamedAndNothingIsMoved() {
        long pid = host.startProcess();
        service.attach(pid);
        assertThatThrownBy(() -> below.moveSelf("x", controller))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("[" + pid + "]")
                .hasMessageContaining("evacuate()");
        assertThat(service.processes()).contains(pid);
        assertUntouched();
    }

    @Test
    void afterAnEvacuationItWorksAndClosingBothRestoresEverything() {
        long pid = host.startProcess();
        service.attach(pid);
        try (Evacuation evacuation = below.base().evacuate();
                SelfMove move = below.moveSelf("x", controller)) {
            assertThat(evacuation.leaf().orElseThrow().processes()).containsExactly(pid);
            assertThat(move.group().processes()).containsExactly(SELF);
        }
        assertThat(service.processes()).contains(pid);
        assertUntouched();
    }

    @Test
    void twoLevelsWork() {
        SelfMove first = opened(below.moveSelf("x", controller));
        SelfMove second = opened(below.moveSelf("x/y", controller));
        assertThat(second.group().processes()).containsExactly(SELF);
        assertThat(enabled(first.group())).isNotEmpty();
        second.close();
        assertThat(first.group().processes()).containsExactly(SELF);
        assertThat(enabled(first.group())).isEmpty();
        first.close();
        assertUntouched();
    }

    @Test
    void aGroupBesideThatReliesOnAControllerKeepsIt() {
        SelfMove move = opened(below.moveSelf("x", controller));
        Cgroup beside = service.child("beside", controller);
        assertThatThrownBy(move::close)
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("beside")
                .hasMessageContaining("delete that group");
        assertThat(move.group().processes()).containsExactly(SELF);
        assertThat(enabled(service)).isNotEmpty();

        beside.delete();
        move.close();
        assertUntouched();
    }

    @Test
    void aFormerGroupThatHasComeToEnableControllersIsReportedAndNothingIsChanged() {
        SelfMove move = opened(host.cgroups().moveSelf(host.newName(), controller));
        service.child("y", controller).delete();
        assertThatThrownBy(move::close)
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("takes no processes")
                .hasMessageContaining("attachSelf()");
        assertThat(move.group().processes()).containsExactly(SELF);

        service.files(controller).write(ENABLED, "-" + enabled(service));
        move.close();
        assertUntouched();
    }
}
