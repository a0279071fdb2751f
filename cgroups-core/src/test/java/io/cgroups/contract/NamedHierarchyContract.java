package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hierarchies without controllers, which have a name and only group processes. */
public abstract class NamedHierarchyContract {
    /** The one that almost every machine with v1 has. */
    private static final String NAME = "systemd";

    private final TestHost host;

    protected NamedHierarchyContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private Path directoryOf(String group) {
        Hierarchy named = host.cgroups().layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.name().filter(NAME::equals).isPresent())
                .findFirst()
                .orElseThrow();
        return CgroupPath.of(group).under(named.mountPoint());
    }

    @Test
    void aGroupIsMadeJoinedAndRemovedThereWhenThatIsAskedFor() {
        long pid = host.startProcess();
        String name = host.newName();
        Cgroup box = host.cgroupsWith(NAME).create(name, Controller.CPU).attach(pid);
        assertThat(host.files().read(directoryOf(name).resolve("cgroup.procs"))).isEqualTo(pid + "\n");

        box.kill().delete();
        assertThat(host.files().exists(directoryOf(name))).isFalse();
    }

    @Test
    void itIsLeftAloneOtherwise() {
        String name = host.newName();
        host.cgroups().create(name);
        assertThat(host.files().exists(directoryOf(name))).isFalse();
    }
}
