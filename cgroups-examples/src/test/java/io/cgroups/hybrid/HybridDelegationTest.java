package io.cgroups.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.contract.UserKernel;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who has been given a group in some hierarchies and not in others. */
class HybridDelegationTest {
    private final InMemoryKernel kernel = InMemoryKernel.hybrid();
    private final UserKernel user = new UserKernel(kernel);
    private final Cgroups cgroups = Cgroups.builder().kernel(user).build();

    @BeforeEach
    void giveTheGroupOfCpu() {
        Cgroup jobs = kernel.cgroups().create("jobs").attachSelf();
        Path cpu = jobs.files(Controller.CPU).directory();
        user.give(cpu, "cgroup.procs", "tasks");
    }

    @Test
    void withoutControllersByNameAGroupIsMadeWhereThatIsAllowed() {
        Cgroup box = cgroups.create("box");
        assertThat(box.controllers()).contains(Controller.CPU).doesNotContain(Controller.MEMORY);
        assertThat(box.cpuQuota(20_000).cpu().quota().micros().value()).contains(20_000L);
    }

    @Test
    void whatItLacksIsToldWithTheOneThingToChange() {
        Cgroup box = cgroups.create("box");
        assertThatThrownBy(() -> box.memoryMax(1 << 20))
                .isInstanceOfSatisfying(ControllerUnavailableException.class, e -> {
                    assertThat(e.controller()).isEqualTo(Controller.MEMORY);
                    assertThat(e.hint()).contains("as root: chown ", "/jobs");
                });
    }

    @Test
    void aControllerThatIsNamedIsNotLeftOut() {
        assertThatThrownBy(() -> cgroups.create("box", Controller.CPU, Controller.MEMORY))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("as root: chown ");
        assertThatThrownBy(() -> cgroups.open("box")).hasMessageContaining("no hierarchy has a group of this name");
    }

    @Test
    void whereNothingIsAllowedTheRefusalSaysWhatToDo() {
        Cgroups nobody = Cgroups.builder().kernel(new UserKernel(kernel)).build();
        assertThatThrownBy(() -> nobody.create("box"))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("as root: chown ");
    }

    @Test
    void theDiagnosisTellsThemApart() {
        assertThat(cgroups.diagnose().manageable()).contains(Controller.CPU).doesNotContain(Controller.MEMORY);
        assertThat(cgroups.diagnose().canLimit()).isTrue();
    }
}
