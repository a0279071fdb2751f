package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that enables controllers for its children takes no processes, so no program runs in it. */
public abstract class V2StartingContract {
    /** Those whose enabling keeps processes out of a group; the others turn it into one of threads. */
    private static final Set<Controller> OF_DOMAINS =
            Set.of(Controller.HUGETLB, Controller.MEMORY, Controller.BLKIO, Controller.RDMA, Controller.MISC);

    private final TestHost host;

    @TempDir
    private Path directory;

    protected V2StartingContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void nothingRunsInAGroupThatEnablesControllers() {
        Controller enabled = host.unified().controllers().stream()
                .filter(OF_DOMAINS::contains)
                .findFirst()
                .orElseThrow();
        Cgroup box = host.withUnified().create(host.newName());
        box.child("inner", enabled);
        Path marker = directory.resolve("ran");

        assertThatThrownBy(() -> box.command("touch", marker.toString()).start())
                .isInstanceOfSatisfying(CgroupBusyException.class, e -> {
                    assertThat(e.errno()).contains(Errno.EBUSY);
                    assertThat(e.path()).contains(box.files(enabled).directory().resolve("cgroup.procs"));
                    assertThat(e.hint()).contains("cgroup.subtree_control");
                });
        assertThat(marker).doesNotExist();
        assertThat(box.processes()).isEmpty();
    }
}
