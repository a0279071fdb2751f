package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.cpu.CpuQuota;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An ordinary user in a group that root has given away in the hierarchies of cpu and pids. */
public class DelegatedGuest {
    private static final Path CPU = Path.of("/sys/fs/cgroup/cpu");

    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void namesAreRelativeToTheGroupThatWasGivenAway() {
        String name = Scenario.newName();
        long pid = Scenario.startProcess();
        Cgroup box = cgroups.create(name, Controller.CPU, Controller.PIDS);
        try {
            assertThat(box.files(Controller.CPU).directory())
                    .isEqualTo(CPU.resolve(Scenario.group()).resolve(name));
            box.cpuQuota(20_000).attach(pid);
            assertThat(box.cpu().quota()).isEqualTo(CpuQuota.ofMicros(20_000));
            assertThat(box.processes()).containsExactly(pid);
            box.kill();
        } finally {
            Scenario.end(pid);
            box.delete();
        }
    }

    @Test
    void withoutControllersByNameAGroupIsMadeWhereThatIsAllowedAndSaysWhatItLacks() {
        Cgroup box = cgroups.create(Scenario.newName());
        try {
            assertThat(box.controllers()).contains(Controller.CPU, Controller.PIDS);
            assertThat(box.controllers()).doesNotContain(Controller.MEMORY);
            assertThatThrownBy(() -> box.memoryMax(1 << 20))
                    .isInstanceOfSatisfying(
                            ControllerUnavailableException.class,
                            e -> assertThat(e.hint()).contains("/sys/fs/cgroup/memory", "as root: ", "chown nobody "));
        } finally {
            box.delete();
        }
    }

    @Test
    void whereNothingWasGivenAwayTheRefusalSaysWhatToDoAndTheRestIsUndone() {
        String name = Scenario.newName();
        assertThatThrownBy(() -> cgroups.create(name, Controller.CPU, Controller.MEMORY))
                .isInstanceOfSatisfying(CgroupAccessException.class, e -> {
                    assertThat(e.hint()).contains("as root: ", "chown nobody ").contains("delegated");
                    assertThat(e.getSuppressed()).isEmpty();
                });
        assertThat(CPU.resolve(Scenario.group()).resolve(name)).doesNotExist();
    }

    @Test
    void aBaseThatBelongsToSomebodyElseIsRefused() {
        Cgroups atTheRoot = Cgroups.builder().base("/").build();
        assertThatThrownBy(() -> atTheRoot.create(Scenario.newName(), Controller.CPU))
                .isInstanceOf(CgroupAccessException.class);
    }

    @Test
    void aProcessOfSomebodyElseCannotBeMoved() {
        String name = Scenario.newName();
        Cgroup box = cgroups.create(name, Controller.CPU);
        try {
            assertThatThrownBy(() -> box.attach(1)).isInstanceOfSatisfying(CgroupAccessException.class, e -> {
                assertThat(e.data()).contains("1");
                assertThat(e.hint()).isNotEmpty();
            });
        } finally {
            box.delete();
        }
    }
}
