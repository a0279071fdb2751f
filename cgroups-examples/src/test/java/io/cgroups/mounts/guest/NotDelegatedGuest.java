package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupAccessException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Errno;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An ordinary user who may write to no group. */
public class NotDelegatedGuest {
    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void makingAGroupIsRefusedWithWhatToDoAboutIt() {
        String name = Scenario.newName();
        assertThatThrownBy(() -> cgroups.create(name, Controller.CPU))
                .isInstanceOfSatisfying(CgroupAccessException.class, e -> {
                    assertThat(e.operation()).isEqualTo("create");
                    assertThat(e.path()).contains(Path.of("/sys/fs/cgroup/cpu", name));
                    assertThat(e.errno()).contains(Errno.EACCES);
                    assertThat(e.hint()).contains("root").contains("delegated");
                });
    }

    @Test
    void readingAndFindingTheOwnGroupNeedNoPermission() {
        assertThat(cgroups.current().processes())
                .contains(ProcessHandle.current().pid());
        assertThat(cgroups.open(Scenario.group()).cpu().stats().periods()).isNotNegative();
    }

    @Test
    void settingAValueIsRefused() {
        assertThatThrownBy(() -> cgroups.open(Scenario.group()).cpuQuota(20_000))
                .isInstanceOfSatisfying(CgroupAccessException.class, e -> {
                    assertThat(e.data()).contains("20000");
                    assertThat(e.errno()).contains(Errno.EACCES);
                });
    }
}
