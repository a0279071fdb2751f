package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The perf_event controller, which has nothing to set: a group is what {@code perf_event_open(2)} can count for. */
public abstract class PerfEventContract {
    private final TestHost host;

    protected PerfEventContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aGroupTakesMembers() {
        host.assumeV1(Controller.PERF_EVENT);
        long pid = host.startProcess();
        Cgroup box =
                host.cgroups().create(host.newName(), Controller.PERF_EVENT).attach(pid);
        assertThat(box.files(Controller.PERF_EVENT).read("cgroup.procs")).isEqualTo(Long.toString(pid));
        assertThat(box.controllers()).contains(Controller.PERF_EVENT);
    }
}
