package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.Evacuation;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making room in an inner group of the unified hierarchy. */
public abstract class V2EvacuationContract {
    private final TestHost host;
    private Controller controller;
    private Cgroup above;
    private long pid;

    protected V2EvacuationContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeInnerGroupWithAProcess() {
        controller = Stream.of(Controller.MEMORY, Controller.BLKIO, Controller.HUGETLB)
                .filter(host.unified()::has)
                .findFirst()
                .orElseThrow();
        above = host.cgroups().create(host.newName(), controller);
        pid = host.startProcess();
        above.attach(pid);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private String enabled() {
        return above.files(controller).read("cgroup.subtree_control");
    }

    @Test
    void theProcessesAreInALeafAndChildrenCanHaveControllers() {
        Evacuation evacuation = above.evacuate();

        assertThat(above.processes()).isEmpty();
        assertThat(evacuation.leaf().orElseThrow().processes()).containsExactly(pid);
        above.child("box", controller);
        assertThat(enabled()).isNotEmpty();
    }

    @Test
    void undoingDisablesMovesBackAndRemovesTheLeaf() {
        Evacuation evacuation = above.evacuate();
        above.child("box", controller).delete();

        evacuation.undo();
        assertThat(above.processes()).containsExactly(pid);
        assertThat(enabled()).isEmpty();
        assertThat(above.children()).isEmpty();
        evacuation.close();
    }

    @Test
    void undoingWhileAChildPassesAControllerOnIsRefusedAndChangesNothing() {
        Evacuation evacuation = above.evacuate();
        above.child("a/b", controller);

        assertThatThrownBy(evacuation::undo).isInstanceOf(CgroupBusyException.class);
        assertThat(evacuation.leaf().orElseThrow().processes()).containsExactly(pid);
        assertThat(enabled()).isNotEmpty();
    }

    @Test
    void theRootNeedsNoEvacuation() {
        assertThat(host.root(controller).evacuate().leaf()).isEmpty();
    }
}
