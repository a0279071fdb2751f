package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Controller;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same hierarchies at {@code /sys/fs/cgroup} and at {@code /cgroup}. */
public class TwoRootsGuest {
    private static final Path CUSTOM = Path.of("/cgroup/cpu");
    private static final Path USUAL = Path.of("/sys/fs/cgroup/cpu");

    @Test
    void theUsualRootIsTakenUnlessAnotherIsNamed() {
        assertThat(root(Cgroups.builder().build())).isEqualTo(USUAL);
        assertThat(root(Cgroups.builder().root(CUSTOM).build())).isEqualTo(CUSTOM);
    }

    @Test
    void bothShowTheSameGroups() {
        String name = Scenario.newName();
        Cgroup box = Cgroups.builder().root(CUSTOM).build().create(name, Controller.CPU);
        try {
            assertThat(box.files(Controller.CPU).directory()).isEqualTo(CUSTOM.resolve(name));
            box.cpuQuota(20_000);
            Cgroup same = Cgroups.builder().build().open(name);
            assertThat(same.files(Controller.CPU).directory()).isEqualTo(USUAL.resolve(name));
            assertThat(same.cpu().quota().micros().value()).contains(20_000L);
        } finally {
            box.delete();
        }
    }

    @Test
    void aRootThatIsNoneIsRefused() {
        Cgroups cgroups = Cgroups.builder().root(Path.of("/cgroup")).build();
        assertThatThrownBy(cgroups::layout)
                .isInstanceOfSatisfying(
                        CgroupsUnavailableException.class,
                        e -> assertThat(e.path()).contains(Path.of("/cgroup")));
    }

    private static Path root(Cgroups cgroups) {
        return cgroups.layout().hierarchy(Controller.CPU).orElseThrow().mountPoint();
    }
}
