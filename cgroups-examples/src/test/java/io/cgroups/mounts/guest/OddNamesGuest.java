package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mount points with blanks, groups with colons, blanks and letters of any script. */
public class OddNamesGuest {
    private static final Path CPU = Path.of("/mnt/control groups/größe cpu");

    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void mountPointsAreReadWithTheirBlanks() {
        assertThat(cgroups.layout().hierarchies())
                .extracting(Hierarchy::mountPoint)
                .contains(CPU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "ü-名前-🐧", "two words", "back\\slash", "tab\there", "-n", "#hash"})
    void groupsOfAnyNameAreMadeJoinedListedAndRemoved(String odd) throws Exception {
        String top = Scenario.newName();
        long pid = Scenario.startProcess();
        Cgroup box = cgroups.create(top);
        try {
            Cgroup inner = cgroups.create(top + "/" + odd).attach(pid);
            assertThat(Files.isDirectory(CPU.resolve(top).resolve(odd))).isTrue();
            assertThat(inner.processes()).containsExactly(pid);
            assertThat(box.children()).extracting(Cgroup::path).containsExactly(CgroupPath.of(top + "/" + odd));
            assertThat(Files.readString(Path.of("/proc/" + pid + "/cgroup")))
                    .contains(":cpu:/" + top + "/" + odd + "\n");

            // A failed move goes back to a group of that name.
            Cgroup half = cgroups.create(top + "/half", Controller.CPU, Controller.PIDS);
            cgroups.create(top + "/half", Controller.PIDS).delete();
            assertThatThrownBy(() -> half.attach(pid)).hasNoSuppressedExceptions();
            assertThat(inner.files(Controller.CPU).read("cgroup.procs")).isEqualTo(Long.toString(pid));
        } finally {
            Scenario.end(pid);
            box.delete();
        }
    }
}
