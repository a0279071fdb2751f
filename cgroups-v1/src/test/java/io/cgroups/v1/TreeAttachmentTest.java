package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A process is moved with its descendants, which fork, end and are refused meanwhile. */
class TreeAttachmentTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroups cgroups = Interposed.on(kernel, this::look);
    private final Cgroup old = cgroups.create("old", Controller.CPU, Controller.PIDS);
    private final Cgroup box = cgroups.create("box", Controller.CPU, Controller.PIDS);
    private final long parent = kernel.startProcess();
    private final List<Long> born = new ArrayList<>();
    /** Done before a process enters the first of the hierarchies. */
    private Consumer<Long> event = ignored -> {};

    private void look(String call, Path path, List<Object> arguments) {
        if (call.equals("write") && path.equals(Path.of("/sys/fs/cgroup/pids/box/cgroup.procs"))) {
            event.accept(Long.parseLong(String.valueOf(arguments.get(1))));
        }
    }

    private void refuse(long pid) {
        Failure failure = Failure.of("write", Path.of("/sys/fs/cgroup/pids/box/cgroup.procs"), Errno.EACCES);
        throw CgroupIoException.of(failure.withData(Long.toString(pid)), null);
    }

    private ProcessHandle handle() {
        return FakeHandle.of(parent, () -> true);
    }

    private boolean isIn(Cgroup group, long pid) {
        return group.controllers().stream()
                .allMatch(controller -> List.of(
                                group.files(controller).read("cgroup.procs").split("\n"))
                        .contains(Long.toString(pid)));
    }

    @Test
    void allDescendantsComeAlong() {
        long child = kernel.startChild(parent);
        long grandchild = kernel.startChild(child);
        long sibling = kernel.startProcess();
        assertThat(box.attachAll(handle())).isSameAs(box);
        assertThat(box.processes()).containsExactly(parent, child, grandchild);
        assertThat(box.processes()).doesNotContain(sibling);
    }

    @Test
    void aChildThatIsForkedJustBeforeItsParentIsMovedIsFoundInTheNextRound() {
        long child = kernel.startChild(parent);
        event = pid -> {
            if (pid == child) {
                event = ignored -> {};
                born.add(kernel.startChild(child));
            }
        };
        box.attachAll(handle());
        assertThat(box.processes()).containsExactly(parent, child, born.get(0));
    }

    @Test
    void aDescendantThatEndsIsNoMatterAndItsChildrenThatWereSeenComeAlong() {
        long child = kernel.startChild(parent);
        long grandchild = kernel.startChild(child);
        event = pid -> {
            if (pid == child) {
                kernel.kill(child);
            }
        };
        box.attachAll(handle());
        assertThat(box.processes()).containsExactly(parent, grandchild);
    }

    @Test
    void whenOneIsRefusedAllAreWhereTheyWere() {
        old.attach(parent);
        long child = kernel.startChild(parent);
        long inside = kernel.startChild(parent);
        box.attach(inside);
        long refused = kernel.startChild(child);
        event = pid -> {
            if (pid == refused) {
                born.add(kernel.startChild(child));
                refuse(pid);
            }
        };
        assertThatThrownBy(() -> box.attachAll(handle())).isInstanceOfSatisfying(CgroupAccessException.class, e -> {
            assertThat(e.data()).contains(Long.toString(refused));
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(box.processes()).containsExactly(inside);
        assertThat(List.of(parent, child, refused, born.get(0))).allMatch(pid -> isIn(old, pid));
    }

    @Test
    void aTreeThatKeepsGrowingOutsideIsGivenUpAndMovedBack() {
        old.attach(parent);
        event = pid -> {
            // One after the other, for time passes slowly here for many.
            born.stream().filter(earlier -> !earlier.equals(pid)).forEach(kernel::kill);
            long child = kernel.startChild(parent);
            old.attach(child);
            born.add(child);
        };
        assertThatThrownBy(() -> box.attachAll(handle())).isInstanceOf(CgroupTimeoutException.class);
        assertThat(born).hasSizeGreaterThan(10);
        assertThat(box.processes()).isEmpty();
        assertThat(isIn(old, parent)).isTrue();
    }

    @Test
    void aProcessThatHasEndedIsReported() {
        kernel.kill(parent);
        assertThatThrownBy(() -> box.attachAll(handle())).isInstanceOf(ProcessNotFoundException.class);
    }
}
