package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Hierarchy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The hierarchy of cpu is read-only, those beside it are not. */
public class ReadOnlyGuest {
    private static final Path CPU = Path.of("/sys/fs/cgroup/cpu");

    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void theLayoutSaysWhichHierarchyIsReadOnly() {
        assertThat(cgroups.layout().hierarchies())
                .filteredOn(Hierarchy::readOnly)
                .singleElement()
                .satisfies(hierarchy -> assertThat(hierarchy.controllers()).containsExactly(Controller.CPU));
        assertThat(cgroups.layout().toString()).contains("read-only");
    }

    @Test
    void aGroupCannotBeMadeAndTheHierarchiesThatTookItAreAsBefore() {
        String name = Scenario.newName();
        assertThatThrownBy(() -> cgroups.create(name)).isInstanceOfSatisfying(CgroupAccessException.class, e -> {
            assertThat(e.operation()).isEqualTo("create");
            assertThat(e.path()).contains(CPU.resolve(name));
            assertThat(e.errno()).contains(Errno.EROFS);
            assertThat(e.hint()).contains("read-only");
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(cgroups.layout().hierarchies())
                .allSatisfy(hierarchy ->
                        assertThat(hierarchy.mountPoint().resolve(name)).doesNotExist());
    }

    @Test
    void aValueCannotBeSetAndTheOldOneStaysReadable() {
        Cgroup box = cgroups.open(Scenario.group());
        assertThatThrownBy(() -> box.cpuQuota(20_000)).isInstanceOfSatisfying(CgroupAccessException.class, e -> {
            assertThat(e.operation()).isEqualTo("write");
            assertThat(e.path()).contains(CPU.resolve(Scenario.group()).resolve("cpu.cfs_quota_us"));
            assertThat(e.data()).contains("20000");
            assertThat(e.errno()).contains(Errno.EROFS);
            assertThat(e.hint()).contains("read-only");
        });
        assertThat(box.cpu().quota().micros().value()).contains(50_000L);
    }

    @Test
    void aMemberCannotBeMovedAndStaysWhereItWas() throws Exception {
        long pid = Scenario.startProcess();
        try {
            String before = Files.readString(Path.of("/proc/" + pid + "/cgroup"));
            assertThatThrownBy(() -> cgroups.open(Scenario.group()).attach(pid))
                    .isInstanceOf(CgroupAccessException.class);
            assertThat(Files.readString(Path.of("/proc/" + pid + "/cgroup"))).isEqualTo(before);
        } finally {
            Scenario.end(pid);
        }
    }

    @Test
    void aGroupCannotBeRemoved() {
        assertThatThrownBy(() -> cgroups.open(Scenario.group()).delete())
                .isInstanceOfSatisfying(
                        CgroupAccessException.class, e -> assertThat(e.errno()).contains(Errno.EROFS));
    }
}
