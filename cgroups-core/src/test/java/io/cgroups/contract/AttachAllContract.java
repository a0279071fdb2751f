package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ProcessNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real processes are moved by their handles, with those that they fork. */
public abstract class AttachAllContract {
    private static final int CHILDREN = 4;
    private static final int GRANDCHILDREN = 6;
    private static final int ALL = 1 + CHILDREN + CHILDREN * GRANDCHILDREN;
    private static final String TREE = "i=0; while [ $i -lt " + CHILDREN + " ]; do i=$((i+1)); sh -c 'j=0;"
            + " while [ $j -lt " + GRANDCHILDREN + " ]; do j=$((j+1)); sleep 100 & done; wait' & done; wait";

    private final TestHost host;

    protected AttachAllContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aTreeThatIsJustGrowingIsInsideAsAWhole() throws IOException {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU, Controller.FREEZER);
        long other = host.startProcess();
        Process parent = new ProcessBuilder("sh", "-c", TREE).start();
        try {
            // In the middle of its growth: neither at the beginning nor when all are there.
            await(() -> parent.descendants().count() >= 3);
            box.attachAll(parent.toHandle());
            await(() -> box.processes().size() >= ALL);
            assertThat(box.processes())
                    .hasSize(ALL)
                    .contains(parent.pid())
                    .containsAll(parent.descendants().map(ProcessHandle::pid).toList())
                    .doesNotContain(other);
        } finally {
            box.attachAll(parent.toHandle()).kill();
        }
    }

    private void await(BooleanSupplier done) {
        host.files().clock().await(done, Duration.ofSeconds(60));
    }

    @Test
    void aHandleToAProcessThatHasEndedMovesNobody() throws Exception {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU);
        Process process = new ProcessBuilder("true").start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        ProcessHandle ended = process.toHandle();
        for (Runnable attach : List.<Runnable>of(() -> box.attach(ended), () -> box.attachAll(ended))) {
            assertThatThrownBy(attach::run)
                    .isInstanceOf(ProcessNotFoundException.class)
                    .hasMessageContaining("it has ended");
        }
        assertThat(box.processes()).isEmpty();
    }
}
