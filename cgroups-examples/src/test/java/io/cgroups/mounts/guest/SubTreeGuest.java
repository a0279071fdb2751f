package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only the process's own group and what lies below can be seen. */
public class SubTreeGuest {
    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void theOwnGroupIsTheTopOfWhatCanBeSeen() throws Exception {
        assertThat(Files.readString(Path.of("/proc/self/cgroup"))).contains(":cpu:/" + Scenario.group());
        assertThat(cgroups.layout().hierarchies())
                .extracting(Hierarchy::own)
                .containsOnly(Optional.of(CgroupPath.ROOT));
        assertThat(cgroups.current().processes())
                .contains(ProcessHandle.current().pid());
        assertThat(cgroups.current().files(Controller.CPU).directory()).isEqualTo(Path.of("/sys/fs/cgroup/cpu"));
    }

    @Test
    void namesAreRelativeToIt() throws Exception {
        String name = Scenario.newName();
        long pid = Scenario.startProcess();
        Cgroup box = cgroups.create(name);
        try {
            assertThat(box.files(Controller.CPU).directory()).isEqualTo(Path.of("/sys/fs/cgroup/cpu", name));
            box.attach(pid);
            assertThat(Files.readString(Path.of("/proc/" + pid + "/cgroup")))
                    .contains(":cpu:/" + Scenario.group() + "/" + name + "\n");
            box.moveMembersToParent();
            assertThat(cgroups.current().processes()).contains(pid);
        } finally {
            Scenario.end(pid);
            box.delete();
        }
        assertThat(cgroups.current().children()).isEmpty();
    }

    @Test
    void aMoveThatFailsHalfWayGoesBackByThePathsSeenFromHere() throws Exception {
        long pid = Scenario.startProcess();
        String name = Scenario.newName();
        Cgroup box = cgroups.create(name, Controller.CPU, Controller.PIDS);
        try {
            String before = Files.readString(Path.of("/proc/" + pid + "/cgroup"));
            cgroups.create(name, Controller.PIDS).delete();
            assertThat(catchThrowable(() -> box.attach(pid)))
                    .isInstanceOf(CgroupNotFoundException.class)
                    .hasNoSuppressedExceptions();
            assertThat(Files.readString(Path.of("/proc/" + pid + "/cgroup"))).isEqualTo(before);
        } finally {
            Scenario.end(pid);
            box.delete();
        }
    }
}
