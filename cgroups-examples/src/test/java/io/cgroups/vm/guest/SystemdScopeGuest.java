package io.cgroups.vm.guest;

import static io.cgroups.Controller.CPU;
import static io.cgroups.Controller.MEMORY;
import static io.cgroups.Controller.PIDS;
import static io.cgroups.vm.guest.SystemdMachine.directory;
import static io.cgroups.vm.guest.SystemdMachine.file;
import static io.cgroups.vm.guest.SystemdMachine.groupOf;
import static io.cgroups.vm.guest.SystemdMachine.property;
import static io.cgroups.vm.guest.SystemdMachine.systemctl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.systemd.AtClose;
import io.cgroups.systemd.SystemdScope;
import io.cgroups.unit.DataSize;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** systemd makes a scope for processes, and leaves what is below it to the library; the machine is run by systemd. */
public class SystemdScopeGuest {
    private final SystemdMachine machine = new SystemdMachine();

    @AfterEach
    void cleanUp() throws Exception {
        machine.cleanUp();
    }

    @Test
    void thisJvmGetsAScopeAndMayMakeGroupsBelowIt() throws Exception {
        try (SystemdScope scope = SystemdScope.forThisJvm("own")) {
            assertThat(scope.name()).isEqualTo("own.scope");
            assertThat(groupOf("self")).isEqualTo("0::/" + scope.path() + "/evacuated");
            assertThat(scope.path()).hasToString("system.slice/own.scope");
            assertThat(property("own.scope", "Delegate")).isEqualTo("yes");
            assertThat(property("own.scope", "ActiveState")).isEqualTo("active");

            Cgroup workers = scope.cgroups().create("workers", CPU, MEMORY, PIDS);
            workers.cpuQuota(20_000).memoryMax(64 << 20).pidsMax(10);
            workers.attach(machine.idle().pid());

            assertThat(file(scope, "workers/cpu.max")).isEqualTo("20000 100000");
            assertThat(scope.group().children()).hasSize(2);
        }
        // Closing has not ended this JVM: it leaves the scope.
        assertThat(property("own.scope", "ActiveState")).isEqualTo("active");
    }

    @Test
    void aScopeThatThisJvmIsInIsNotStopped() throws Exception {
        SystemdScope scope =
                SystemdScope.builder().thisJvm().atClose(AtClose.STOP).start();

        assertThatThrownBy(scope::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(scope.name());
        assertThat(property(scope.name(), "ActiveState")).isEqualTo("active");
    }

    @Test
    void theProcessesOfTheScopeAreHeldByAQuotaBelowIt() throws Exception {
        Process busy = machine.busy();
        try (SystemdScope scope = SystemdScope.builder().process(busy.pid()).start()) {
            Cgroup held = scope.cgroups().create("held", CPU).cpuQuota(20_000).attach(busy.pid());
            Duration before = held.cpu().stats().usage();
            long start = System.nanoTime();
            Thread.sleep(4000);
            double used = (double) held.cpu().stats().usage().minus(before).toNanos();

            assertThat(used / (System.nanoTime() - start)).isBetween(0.1, 0.3);
            assertThat(held.cpu().stats().throttledPeriods()).isPositive();
        }
    }

    @Test
    void whatIsBelowTheScopeSurvivesThatSystemdReloads() throws Exception {
        long pid = machine.idle().pid();
        try (SystemdScope scope =
                SystemdScope.builder("kept").process(pid).cpuQuotaPercent(150).start()) {
            Cgroup held = scope.cgroups().create("held", CPU, MEMORY);
            held.cpuQuota(20_000).memoryMax(64 << 20).attach(pid);

            systemctl("daemon-reload");
            systemctl("set-property", "--runtime", "kept.scope", "TasksMax=77");

            assertThat(file(scope, "held/cpu.max")).isEqualTo("20000 100000");
            assertThat(file(scope, "held/memory.max")).isEqualTo(Integer.toString(64 << 20));
            assertThat(file(scope, "cgroup.subtree_control").split(" ")).contains("cpu", "memory");
            assertThat(held.processes()).containsExactly(pid);
            // and systemd goes on to write its own
            assertThat(file(scope, "cpu.max")).isEqualTo("150000 100000");
            assertThat(file(scope, "pids.max")).isEqualTo("77");
        }
    }

    @Test
    void systemdSetsTheLimitsOfTheScopeItself() throws Exception {
        try (SystemdScope scope = SystemdScope.builder("limited")
                .process(machine.idle().pid())
                .description("what it is for")
                .slice("machine-batch")
                .cpuQuotaPercent(50)
                .cpuWeight(CpuWeight.of(200))
                .memoryMax(DataSize.ofMebibytes(64))
                .tasksMax(20)
                .stopTime(Duration.ofSeconds(3))
                .start()) {
            assertThat(scope.path()).hasToString("machine.slice/machine-batch.slice/limited.scope");
            assertThat(file(scope, "cpu.max")).isEqualTo("50000 100000");
            assertThat(file(scope, "cpu.weight")).isEqualTo("200");
            assertThat(file(scope, "memory.max")).isEqualTo(Integer.toString(64 << 20));
            assertThat(file(scope, "pids.max")).isEqualTo("20");
            assertThat(property("limited.scope", "Description")).isEqualTo("what it is for");
            assertThat(property("limited.scope", "CollectMode")).isEqualTo("inactive-or-failed");
            assertThat(property("limited.scope", "TimeoutStopUSec")).isEqualTo("3s");
        }
    }

    @Test
    void closingEndsTheUnitItsProcessesAndItsGroups() throws Exception {
        Process obedient = machine.idle();
        Process stubborn = machine.busy();
        SystemdScope scope = SystemdScope.builder("gone")
                .process(obedient.pid())
                .process(stubborn.pid())
                .start();
        scope.cgroups().create("a/b", CPU).attach(obedient.pid());

        scope.close();
        scope.close();

        assertThat(obedient.waitFor()).isNotZero();
        assertThat(stubborn.waitFor()).isNotZero();
        assertThat(directory(scope)).doesNotExist();
        assertThat(property("gone.scope", "LoadState")).isEqualTo("not-found");
        assertThatThrownBy(scope::group).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void theUnitEndsWithItsLastProcess() throws Exception {
        Process last = machine.idle();
        SystemdScope scope = SystemdScope.builder("ended").process(last.pid()).start();
        scope.cgroups().create("held", CPU).attach(last.pid());

        last.destroyForcibly().waitFor();

        for (int i = 0; i < 100 && Files.exists(directory(scope)); i++) {
            Thread.sleep(100);
        }
        assertThat(directory(scope)).doesNotExist();
        assertThat(property("ended.scope", "LoadState")).isEqualTo("not-found");
        scope.close();
    }

    @Test
    void manyThreadsMakeScopesAtOnceAndNothingOfTheConnectionsIsLeft() throws Exception {
        List<Long> pids = List.of(
                machine.idle().pid(), machine.idle().pid(), machine.idle().pid());
        List<CompletableFuture<SystemdScope>> starting = pids.stream()
                .map(pid -> CompletableFuture.supplyAsync(
                        () -> SystemdScope.builder().process(pid).start()))
                .toList();
        for (int i = 0; i < pids.size(); i++) {
            SystemdScope scope = starting.get(i).get();
            assertThat(groupOf(pids.get(i).toString())).isEqualTo("0::/" + scope.path() + "/evacuated");
            scope.close();
        }

        for (int i = 0; i < 100 && connectionThreads().findAny().isPresent(); i++) {
            Thread.sleep(50);
        }
        assertThat(connectionThreads()).isEmpty();
    }

    @Test
    void anInterruptedCallerGetsItsScopeAndKeepsTheInterrupt() throws Exception {
        long pid = machine.idle().pid();
        Thread.currentThread().interrupt();
        SystemdScope scope = SystemdScope.builder().process(pid).start();

        assertThat(Thread.interrupted()).isTrue();
        scope.close();
    }

    private static Stream<String> connectionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("dbus"));
    }
}
