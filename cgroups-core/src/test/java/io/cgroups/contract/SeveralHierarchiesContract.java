package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Errno;
import io.cgroups.Hierarchy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups that are in some of several hierarchies, and not in the others. */
public abstract class SeveralHierarchiesContract {
    private final TestHost host;

    protected SeveralHierarchiesContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aControllerTheGroupWasNotMadeForIsMissedByName() {
        Controller other = elsewhere();
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU);
        assertThatThrownBy(() -> box.files(other)).isInstanceOfSatisfying(ControllerUnavailableException.class, e -> {
            assertThat(e.controller()).isEqualTo(other);
            assertThat(e.present()).isEqualTo(box.controllers()).contains(Controller.CPU);
            assertThat(e.operation()).contains(other.toString());
            assertThat(e.path()).contains(box.files(Controller.CPU).directory());
            assertThat(e.hint()).contains("name the controller when it is created");
        });
    }

    @Test
    void aMoveThatFailsHalfWayLeavesTheProcessWhereItWas() {
        Controller other = elsewhere();
        long pid = host.startProcess();
        Cgroup home =
                host.cgroups().create(host.newName(), Controller.CPU, other).attach(pid);
        String half = host.newName();
        Cgroup target = host.cgroups().create(half, Controller.CPU, other);
        host.cgroups().create(half, other).delete();

        ThrowingCallable move = () -> target.attach(pid);

        assertThatThrownBy(move).isInstanceOfSatisfying(CgroupNotFoundException.class, e -> {
            assertThat(e.data()).contains(Long.toString(pid));
            assertThat(e.errno()).contains(Errno.ENOENT);
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(target.files(Controller.CPU).read("cgroup.procs")).isEmpty();
        assertThat(home.files(Controller.CPU).read("cgroup.procs")).isEqualTo(Long.toString(pid));
        assertThat(home.files(other).read("cgroup.procs")).isEqualTo(Long.toString(pid));
    }

    /** A controller on another v1 hierarchy than that of cpu, joined after it. */
    private Controller elsewhere() {
        return host.cgroups().layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V1 && !hierarchy.has(Controller.CPU))
                .flatMap(hierarchy -> hierarchy.controllers().stream())
                .filter(controller -> controller != Controller.BLKIO && controller != Controller.CPUSET)
                .max(Controller::compareTo)
                .orElseThrow();
    }
}
