package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidNameException;
import io.cgroups.OnClose;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.ScopedCgroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How groups are made, filled, emptied and removed on every kernel. */
public abstract class LifecycleContract {
    private final TestHost host;

    protected LifecycleContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void createMakesTheGroupInEveryControllerHierarchyAndDeleteRemovesIt() {
        String name = host.newName();
        Cgroup box = host.cgroups().create(name);
        assertThat(box.controllers()).contains(Controller.CPU, Controller.CPUACCT);
        assertThat(host.cgroups().open(name).controllers()).isEqualTo(box.controllers());

        box.delete();
        assertThatThrownBy(() -> host.cgroups().open(name)).isInstanceOf(CgroupNotFoundException.class);
        box.delete();
    }

    @Test
    void attachJoinsEveryHierarchyOfTheGroup() {
        long pid = host.startProcess();
        Cgroup box = host.cgroups().create(host.newName()).attach(pid);

        assertThat(box.processes()).containsExactly(pid);
        assertThat(box.threads()).contains(pid);
        for (Controller controller : box.controllers()) {
            assertThat(box.files(controller).read("cgroup.procs")).isEqualTo(Long.toString(pid));
        }
    }

    @Test
    void aDeadProcessIsReportedAndChangesNothing() {
        Cgroup box = host.cgroups().create(host.newName());
        assertThatThrownBy(() -> box.attach(host.deadPid()))
                .isInstanceOfSatisfying(ProcessNotFoundException.class, e -> {
                    assertThat(e.errno()).contains(Errno.ESRCH);
                    assertThat(e.path()).isPresent();
                    assertThat(e.data()).contains(Long.toString(host.deadPid()));
                    assertThat(e.hint()).isNotEmpty();
                });
        assertThat(box.processes()).isEmpty();
    }

    @Test
    void deleteRefusesWhileThereAreMembersAndSaysWhich() {
        long pid = host.startProcess();
        Cgroup box = host.cgroups().create(host.newName()).attach(pid);
        assertThatThrownBy(box::delete)
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining(Long.toString(pid));
        assertThat(box.processes()).containsExactly(pid);
    }

    @Test
    void membersMoveBackToTheParent() {
        long pid = host.startProcess();
        Cgroup box = host.cgroups().create(host.newName()).attach(pid);
        Cgroup inner = box.child("inner").attach(pid);
        inner.moveMembersToParent();
        assertThat(box.processes()).containsExactly(pid);
        assertThat(box.children()).extracting(child -> child.path().toString()).containsExactly(box.path() + "/inner");
    }

    @Test
    void killEndsEveryMemberOfTheSubTree() {
        Cgroup box = host.cgroups().create(host.newName());
        box.attach(host.startProcess());
        box.child("inner").attach(host.startProcess());
        box.kill();
        assertThat(box.processes()).isEmpty();
        box.delete();
    }

    @Test
    void aScopedGroupIsGoneAfterItsBlock() {
        String name = host.newName();
        try (ScopedCgroup scope = host.cgroups().scoped(name, OnClose.KILL, Controller.CPU)) {
            scope.group().attach(host.startProcess());
        }
        assertThatThrownBy(() -> host.cgroups().open(name)).isInstanceOf(CgroupNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/abs",
                "a//b",
                "a/",
                "..",
                "a/../b",
                ".",
                "a\0b",
                "a\nb",
                "cpu.shares",
                "tasks",
                "cgroup.x"
            })
    void anUnusableNameIsRefusedBeforeAnythingIsOpened(String name) {
        assertThatThrownBy(() -> host.cgroups().create(name)).isInstanceOfSatisfying(InvalidNameException.class, e -> {
            assertThat(e.name()).isEqualTo(name);
            assertThat(e.hint()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tasks", "a/b", "", "..", "x\0"})
    void theRawDoorLeadsNowhereElse(String file) {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU);
        assertThatThrownBy(() -> box.files(Controller.CPU).read(file)).isInstanceOf(InvalidNameException.class);
    }

    @Test
    void anInterruptNeitherBreaksAWriteNorIsLost() {
        long pid = host.startProcess();
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPU);
        Thread.currentThread().interrupt();
        box.attach(pid);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(box.processes()).containsExactly(pid);
    }
}
