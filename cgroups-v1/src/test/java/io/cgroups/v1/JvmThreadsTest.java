package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.SelfMove;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where this JVM comes from is where most of its threads are. */
class JvmThreadsTest {
    private final long self = ProcessHandle.current().pid();
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroups cgroups = Interposed.on(kernel, this::look);
    private final Cgroup usual = cgroups.create("usual", Controller.CPU, Controller.PIDS);
    private final Cgroup slow = cgroups.create("slow", Controller.CPU);
    private final Cgroup box = cgroups.create("box", Controller.CPU, Controller.PIDS);

    private boolean refuses;
    private int joins;

    private void look(String call, Path path, List<Object> arguments) {
        if (refuses && call.equals("write") && path.endsWith("box/cgroup.procs") && ++joins == 2) {
            throw CgroupIoException.of(Failure.of("write", path, Errno.EACCES), null);
        }
    }

    @Test
    void aThreadOfAnotherGroupReturnsThere() {
        kernel.startThread(self);
        long thread = kernel.startThread(self);
        usual.attachSelf();
        slow.attachThread(thread);
        try (SelfMove move = box.moveSelf()) {
            assertThat(move.group().threads()).hasSize(3);
            assertThat(slow.threads()).isEmpty();
        }
        assertThat(slow.threads()).containsExactly(thread);
        assertThat(usual.threads()).hasSize(3);
        assertThat(box.threads()).isEmpty();
    }

    @Test
    void soDoesTheFirstThreadAndTheOthersDoNotFollowIt() {
        kernel.startThread(self);
        kernel.startThread(self);
        usual.attachSelf();
        slow.attachThread(self);
        box.moveSelf().close();
        assertThat(slow.threads()).containsExactly(self);
        assertThat(usual.threads()).hasSize(3);
    }

    @Test
    void aMoveThatOneHierarchyRefusesLeavesEachThreadWhereItWas() {
        kernel.startThread(self);
        kernel.startThread(self);
        usual.attachSelf();
        slow.attachThread(self);
        refuses = true;
        assertThatThrownBy(box::moveSelf)
                .isInstanceOf(CgroupAccessException.class)
                .hasNoSuppressedExceptions();
        assertThat(joins).isEqualTo(2);
        assertThat(slow.threads()).containsExactly(self);
        assertThat(usual.threads()).hasSize(3);
        assertThat(box.threads()).isEmpty();
    }
}
