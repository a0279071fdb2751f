package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.ValueRejectedException;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a process gets into several hierarchies. */
class AttachmentTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final List<String> joined = new ArrayList<>();
    private int refusals;

    private final Cgroup box =
            Interposed.on(kernel, this::look).create("box", Controller.CPU, Controller.MEMORY, Controller.BLKIO);

    private void look(String call, Path path, List<Object> arguments) {
        if (call.equals("write") && path.endsWith("box/cgroup.procs")) {
            if (refusals > 0) {
                refusals--;
                Failure failure = Failure.of("write", path, Errno.EINVAL);
                throw CgroupIoException.of(failure.withData(String.valueOf(arguments.get(1))), null);
            }
            joined.add(String.valueOf(path.getName(3)));
        }
    }

    @Test
    void blkioIsJoinedFirstSoThatWriteBackIsChargedToIt() {
        box.attach(kernel.startProcess());
        assertThat(joined).hasSize(3).startsWith("blkio");
    }

    @Test
    void aProcessThatIsJustBeingForkedIsTriedAgain() {
        long pid = kernel.startProcess();
        refusals = 4;
        box.attach(pid);
        assertThat(box.processes()).containsExactly(pid);
        assertThat(joined).hasSize(3);
    }

    @Test
    void theFifthRefusalCounts() {
        long pid = kernel.startProcess();
        refusals = 5;
        assertThatThrownBy(() -> box.attach(pid)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.EINVAL);
            assertThat(e.data()).contains(Long.toString(pid));
        });
        assertThat(box.processes()).isEmpty();
    }
}
