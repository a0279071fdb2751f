package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cpuset without CPUs takes no member, and then no other hierarchy keeps it either. */
public abstract class V1CpusetRefusalContract {
    private final TestHost host;

    protected V1CpusetRefusalContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void needsCpuset() {
        host.assumeV1(Controller.CPUSET);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aProcessRefusedForWantOfCpusIsInNoHierarchyOfTheGroup() {
        long pid = host.startProcess();
        Cgroup home = host.cgroups()
                .create(host.newName(), Controller.CPU, Controller.CPUSET)
                .attach(pid);
        Cgroup empty = host.cgroups().create(host.newName(), Controller.CPU, Controller.CPUSET);
        empty.files(Controller.CPUSET).write("cpuset.cpus", "\n");

        assertThatThrownBy(() -> empty.attach(pid)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.operation()).isEqualTo("write");
            assertThat(e.path())
                    .contains(empty.files(Controller.CPUSET).directory().resolve("cgroup.procs"));
            assertThat(e.data()).contains(Long.toString(pid));
            assertThat(e.errno()).contains(Errno.ENOSPC);
            assertThat(e.hint()).contains("cpuset");
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(empty.processes()).isEmpty();
        assertThat(home.files(Controller.CPU).read("cgroup.procs")).isEqualTo(Long.toString(pid));
        assertThat(home.files(Controller.CPUSET).read("cgroup.procs")).isEqualTo(Long.toString(pid));
    }
}
