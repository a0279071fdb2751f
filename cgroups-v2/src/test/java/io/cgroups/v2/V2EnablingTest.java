package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
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
    void aControllerThatCannotBeHadIsNamedWithTheGroupThatLacksIt() {
        InMemoryKernel hybrid = InMemoryKernel.hybrid();
        Cgroup box = hybrid.cgroups().create("box", Controller.PIDS);
        hybrid.write(ROOT.resolve("unified/cgroup.subtree_control"), "-pids");

        assertThatThrownBy(() -> box.child("inner", Controller.MEMORY))
                .isInstanceOf(ControllerUnavailableException.class);
        assertThat(box.child("inner", Controller.PIDS).files(Controller.PIDS).read("pids.max"))
                .isEqualTo("max");
    }
}
