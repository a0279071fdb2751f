package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is in all hierarchies of its group or does not run, also when it is a later one of them that refuses. */
public abstract class V1CpusetStartingContract {
    private final TestHost host;

    @TempDir
    private Path directory;

    protected V1CpusetStartingContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void nothingRunsWhenOneOfSeveralHierarchiesRefuses() {
        host.assumeV1(Controller.CPUSET);
        Cgroup box = host.cgroups().create(host.newName());
        Path cpuset = box.files(Controller.CPUSET).directory();
        host.files().write(cpuset.resolve("cpuset.cpus"), "\n");
        Path marker = directory.resolve("ran");

        assertThatThrownBy(() -> box.command("touch", marker.toString()).start())
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.ENOSPC);
                    assertThat(e.path()).contains(cpuset.resolve("cgroup.procs"));
                });
        assertThat(marker).doesNotExist();
        assertThat(box.processes()).isEmpty();
    }
}
