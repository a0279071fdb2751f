package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.SelfMove;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A cgroup namespace with mounts of its own. */
public class NamespaceGuest {
    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void theOwnGroupIsTheRootOfTheNamespace() {
        assertThat(contentOf(Path.of("/proc/self/cgroup").toFile())).contains(":cpu:/\n");
        assertThat(cgroups.current().path().isRoot()).isTrue();
        assertThat(cgroups.current().processes())
                .contains(ProcessHandle.current().pid());
    }

    @Test
    void thisJvmMovesIntoAGroupBelowTheRootOfTheNamespaceAndBack() {
        Path own = Path.of("/proc/self/cgroup");
        String before = contentOf(own.toFile());
        String name = Scenario.newName();
        try (SelfMove move = cgroups.moveSelf(name)) {
            move.group().cpuQuota(50_000);
            assertThat(contentOf(own.toFile())).contains(":cpu:/" + name + "\n");
            assertThat(cgroups.current().path()).isEqualTo(CgroupPath.of(name));
        }
        assertThat(contentOf(own.toFile())).isEqualTo(before);
        assertThat(cgroups.base().children()).isEmpty();
    }

    @Test
    void groupsAreMadeBelowTheRootOfTheNamespace() throws Exception {
        long pid = Scenario.startProcess();
        String name = Scenario.newName();
        Cgroup box = cgroups.create(name);
        try {
            box.attach(pid).cpuQuota(20_000);
            assertThat(Files.readString(Path.of("/proc/" + pid + "/cgroup"))).contains(":cpu:/" + name + "\n");
            assertThat(box.files(Controller.CPU).directory()).isEqualTo(Path.of("/sys/fs/cgroup/cpu", name));
        } finally {
            Scenario.end(pid);
            box.delete();
        }
    }
}
