package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.testkit.InMemoryKernel;
import org.junit.jupiter.api.Test;

/** What works on the v2 hierarchy so far: groups and their members. */
class V2DriverTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();

    @Test
    void aGroupIsMadeJoinedKilledAtOnceAndRemoved() {
        long pid = kernel.startProcess();
        Cgroup box = kernel.cgroups().create("box").attach(pid);
        Cgroup inner = box.child("inner");
        assertThat(box.processes()).containsExactly(pid);
        assertThat(box.threads()).containsExactly(pid);
        assertThatThrownBy(box::delete).isInstanceOf(CgroupBusyException.class);

        inner.attach(kernel.startProcess());
        box.kill();
        assertThat(box.processes()).isEmpty();
        assertThat(inner.processes()).isEmpty();
        box.delete();
        assertThat(kernel.directories(
                        kernel.cgroups().layout().hierarchies().get(0).mountPoint()))
                .isEmpty();
    }

    @Test
    void controllersSayThatTheyCannotBeUsedYet() {
        Cgroup box = kernel.cgroups().create("box");
        assertThatThrownBy(box::cpu).isInstanceOf(ControllerUnavailableException.class);
    }
}
