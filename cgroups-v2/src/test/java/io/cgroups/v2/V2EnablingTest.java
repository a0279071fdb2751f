package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Evacuation;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Controllers of the unified hierarchy are enabled from the top down, or not at all. */
class V2EnablingTest {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroups cgroups = kernel.cgroups();

    private String enabled(String group) {
        return kernel.read(ROOT.resolve(group).resolve("cgroup.subtree_control"))
                .strip();
    }

    @Test
    void aGroupGetsItsControllersFromTheRootDown() {
        cgroups.create("a/b/c", Controller.PIDS, Controller.MEMORY);

        assertThat(enabled("")).isEqualTo("memory pids");
        assertThat(enabled("a")).isEqualTo("memory pids");
        assertThat(enabled("a/b")).isEqualTo("memory pids");
        assertThat(enabled("a/b/c")).isEmpty();
    }

    @Test
    void nothingIsEnabledForWhatIsBuiltIn() {
        cgroups.create("box", Controller.FREEZER, Controller.CPUACCT, Controller.DEVICES);
        assertThat(enabled("")).isEmpty();
    }

    @Test
    void withoutNamesNothingIsEnabledUntilItIsNeeded() {
        Cgroup box = cgroups.create("box");
        assertThat(enabled("")).isEmpty();

        box.enable(Controller.CPU, Controller.PIDS);
        assertThat(box.files(Controller.CPU).list()).contains("cpu.max", "pids.max");
    }

    @Test
    void processesInAGroupAboveAreNamedAndNothingStaysEnabled() {
        Cgroup above = cgroups.create("above");
        long pid = kernel.startProcess();
        above.attach(pid);

        assertThatThrownBy(() -> above.child("box", Controller.MEMORY, Controller.PIDS))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("[" + pid + "]")
                .hasMessageContaining("evacuate()")
                .hasMessageContaining("/sys/fs/cgroup/above/cgroup.subtree_control");
        assertThat(enabled("")).isEmpty();
        assertThat(above.children()).isEmpty();
    }

    @Test
    void aControllerThatCannotBeHadIsNamedWithTheGroupThatLacksIt() {
        InMemoryKernel hybrid = InMemoryKernel.hybrid();
        Cgroup box = hybrid.cgroups().create("box", Controller.PIDS);
        hybrid.write(ROOT.resolve("unified/cgroup.subtree_control"), "-pids");

        assertThatThrownBy(() -> box.child("inner", Controller.MEMORY))
                .isInstanceOf(ControllerUnavailableException.class);
        assertThat(box.child("inner", Controller.PIDS).files(Controller.PIDS).read("pids.max"))
                .isEqualTo("max");
    }

    @Test
    void evacuatingAnInnerGroupLetsItsChildrenHaveControllers() {
        Cgroup above = cgroups.create("above");
        long pid = kernel.startProcess();
        above.attach(pid);

        Evacuation evacuation = above.evacuate();
        assertThat(evacuation.leaf().orElseThrow().processes()).containsExactly(pid);
        assertThat(above.processes()).isEmpty();
        Cgroup box = above.child("box", Controller.MEMORY);

        assertThatThrownBy(() -> above.attach(pid))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("only in the leaves");
        box.delete();
        evacuation.undo();
        assertThat(enabled("above")).isEmpty();
        assertThat(above.processes()).containsExactly(pid);
        assertThat(above.children()).isEmpty();
        evacuation.close();
    }

    @Test
    void undoingWhileAChildStillPassesAControllerOnChangesNothing() {
        Cgroup above = cgroups.create("above");
        long pid = kernel.startProcess();
        above.attach(pid);
        Evacuation evacuation = above.evacuate();
        above.child("a/b", Controller.MEMORY);

        assertThatThrownBy(evacuation::undo).isInstanceOf(CgroupBusyException.class);
        assertThat(evacuation.leaf().orElseThrow().processes()).containsExactly(pid);
    }

    @Test
    void theRootNeedsNoEvacuation() {
        assertThat(cgroups.current().evacuate().leaf()).isEmpty();
    }
}
