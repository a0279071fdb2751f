package io.cgroups.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.testkit.InMemoryKernel;
import org.junit.jupiter.api.Test;

/** One group in hierarchies of both versions; the drivers of both are on the class path here only. */
class HybridGroupTest {
    private final InMemoryKernel kernel = InMemoryKernel.hybrid();
    private final Cgroup box = kernel.cgroups().create("box", Controller.CPU, Controller.PIDS);

    @Test
    void attachJoinsBothVersions() {
        long pid = kernel.startProcess();
        box.attach(pid);
        for (Controller controller : new Controller[] {Controller.CPU, Controller.PIDS}) {
            assertThat(box.files(controller).read("cgroup.procs")).isEqualTo(Long.toString(pid));
        }
    }

    @Test
    void killReachesMembersThatAreInOneVersionOnly() {
        long onV1 = kernel.startProcess();
        long onV2 = kernel.startProcess();
        box.files(Controller.CPU).write("cgroup.procs", Long.toString(onV1));
        box.files(Controller.PIDS).write("cgroup.procs", Long.toString(onV2));

        box.kill();
        assertThat(box.processes()).isEmpty();
        box.delete();
        assertThatThrownBy(() -> kernel.cgroups().open("box")).isInstanceOf(CgroupNotFoundException.class);
    }
}
