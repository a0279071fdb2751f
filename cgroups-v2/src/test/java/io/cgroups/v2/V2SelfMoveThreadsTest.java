package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.SelfMove;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A JVM that has moved itself, and has groups for its threads, in a group that is not the root. */
class V2SelfMoveThreadsTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroups outside = kernel.cgroups();
    private final Cgroup service = outside.create("service", Controller.CPU);
    private final Cgroups cgroups =
            Cgroups.builder().kernel(kernel).base("/service").build();
    private final long self = ProcessHandle.current().pid();

    @Test
    void groupsForThreadsGoWithTheGroupThatWasMade() {
        service.attachSelf();
        SelfMove move = cgroups.moveSelf("job", Controller.CPU);
        cgroups.threadGroup("pool", Controller.CPU);

        move.close();

        assertThat(service.processes()).containsExactly(self);
        assertThat(service.children()).isEmpty();
    }

    @Test
    void theJvmIsWhereItsProcessIsAlsoWhenMostOfItsThreadsAreElsewhere() {
        service.attachSelf();
        Cgroup pool = cgroups.threadGroup("pool", Controller.CPU);
        for (int i = 0; i < 5; i++) {
            pool.attachThread(kernel.startThread(self));
        }

        assertThat(cgroups.current().files(Controller.CPU).directory()).isEqualTo(Path.of("/sys/fs/cgroup/service"));
        try (SelfMove move = outside.moveSelf("elsewhere", Controller.FREEZER)) {
            assertThat(move.group().processes()).containsExactly(self);
        }
        assertThat(service.processes()).containsExactly(self);
        assertThat(pool.threads()).hasSize(5);
    }
}
