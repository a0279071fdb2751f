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
import io.cgroups.ProcessNotFoundException;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process ends, and its id goes to another one, just before the kernel is told to move that id. */
class RecycledProcessTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroups cgroups = Interposed.on(kernel, this::look);
    private final Cgroup box = cgroups.create("box", Controller.CPU, Controller.MEMORY, Controller.PIDS);
    private final Cgroup old = cgroups.create("old", Controller.CPU, Controller.MEMORY, Controller.PIDS);
    private final long pid = kernel.startProcess();
    private boolean recycled;
    private final ProcessHandle process = FakeHandle.of(pid, () -> !recycled);
    /** At which join of the box the id gets another owner. */
    private int owner = 1;

    private int joins;
    private Errno refusal = Errno.UNKNOWN;
    private Errno refusalOfReturn = Errno.UNKNOWN;

    private void look(String call, Path path, List<Object> arguments) {
        if (call.equals("write") && path.endsWith("box/cgroup.procs") && ++joins == owner) {
            kernel.recycle(pid);
            recycled = true;
        } else if (call.equals("write") && path.endsWith("box/cgroup.procs") && joins == 2) {
            refuse(path, refusal);
        } else if (call.equals("write") && path.equals(Path.of("/sys/fs/cgroup/memory/cgroup.procs"))) {
            refuse(path, refusalOfReturn);
        }
    }

    private static void refuse(Path path, Errno errno) {
        if (errno != Errno.UNKNOWN) {
            throw CgroupIoException.of(Failure.of("write", path, errno), null);
        }
    }

    @BeforeEach
    void theProcessIsNotInTheRoot() {
        old.attach(pid);
    }

    private String groups() {
        return kernel.read(Path.of("/proc/" + pid + "/cgroup"));
    }

    private void assertStrangerIsWhereItWasBorn() {
        assertThat(groups()).doesNotContain("/box").doesNotContain("/old");
        assertThat(box.processes()).isEmpty();
    }

    @Test
    void theStrangerIsMovedBackToWhereItsParentIs() {
        assertThatThrownBy(() -> box.attach(process)).isInstanceOfSatisfying(ProcessNotFoundException.class, e -> {
            assertThat(e.errno()).contains(Errno.ESRCH);
            assertThat(e.hint()).contains("belongs to another process").contains("back in the groups of its parent");
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertStrangerIsWhereItWasBorn();
    }

    @Test
    void soItIsWhenItCameBetweenTwoHierarchies() {
        owner = 3;
        assertThatThrownBy(() -> box.attach(process)).isInstanceOf(ProcessNotFoundException.class);
        assertStrangerIsWhereItWasBorn();
    }

    @Test
    void soItIsWhenAHierarchyRefusesTheStranger() {
        refusal = Errno.EACCES;
        assertThatThrownBy(() -> box.attach(process))
                .isInstanceOfSatisfying(
                        ProcessNotFoundException.class,
                        e -> assertThat(e.getSuppressed()).hasExactlyElementsOfTypes(CgroupAccessException.class));
        assertStrangerIsWhereItWasBorn();
    }

    @Test
    void whatCannotBeMovedBackIsTold() {
        refusalOfReturn = Errno.EACCES;
        assertThatThrownBy(() -> box.attach(process))
                .isInstanceOfSatisfying(
                        ProcessNotFoundException.class,
                        e -> assertThat(e.getSuppressed())
                                .singleElement()
                                .asInstanceOf(InstanceOfAssertFactories.type(CgroupIoException.class))
                                .satisfies(left -> assertThat(left.path())
                                        .contains(Path.of("/sys/fs/cgroup/memory/cgroup.procs"))));
        assertThat(groups()).contains("memory:/box");
    }

    @Test
    void aHandleThatIsOldAlreadyMovesNobody() {
        kernel.recycle(pid);
        recycled = true;
        assertThatThrownBy(() -> box.attach(process))
                .isInstanceOf(ProcessNotFoundException.class)
                .hasMessageContaining("was not moved");
        assertThat(joins).isZero();
    }

    @Test
    void theProcessThatIsMeantIsMoved() {
        owner = 0;
        box.attach(process);
        assertThat(box.processes()).containsExactly(pid);
    }

    @Test
    void aProcessThatJustEndsIsReported() {
        owner = 0;
        kernel.kill(pid);
        assertThatThrownBy(() -> box.attach(process)).isInstanceOf(ProcessNotFoundException.class);
    }
}
