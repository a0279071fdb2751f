package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for the end of real processes. */
public abstract class WaitingContract {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration MOMENT = Duration.ofMillis(300);
    /** Far more than a woken thread needs, far less than a wait that nobody wakes. */
    private static final Duration PROMPT = Duration.ofSeconds(20);

    private final TestHost host;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    protected WaitingContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() throws InterruptedException {
        host.cleanUp();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private Cgroup newGroup() {
        boolean isUnified = host.cgroups().layout().hierarchies().stream()
                .anyMatch(hierarchy -> hierarchy.version() == Hierarchy.Version.V2);
        return (isUnified ? host.withUnified() : host.cgroups()).create(host.newName());
    }

    private static <T> T prompt(Future<T> answer) throws Exception {
        return answer.get(PROMPT.toSeconds(), TimeUnit.SECONDS);
    }

    private Future<Boolean> waiting(Cgroup group) {
        Callable<Boolean> wait = () -> group.awaitEmpty(LONG);
        return threads.submit(wait);
    }

    @Test
    void theLastOfSeveralEndsTheWait() throws Exception {
        Cgroup box = newGroup();
        List<Long> pids = List.of(host.startProcess(), host.startProcess(), host.startProcess());
        pids.forEach(box::attach);
        Future<Boolean> answer = waiting(box);
        for (long pid : pids) {
            host.pass(MOMENT);
            assertThat(answer.isDone()).isFalse();
            host.files().kill(pid);
        }
        assertThat(prompt(answer)).isTrue();
        box.delete(Duration.ofSeconds(10));
    }

    @Test
    void grandchildrenInGroupsBelowAreWaitedFor() throws Exception {
        Cgroup box = newGroup();
        Cgroup inner = box.child("inner");
        Shell shell = Shell.start(inner, "sleep 1 & sleep 1 & wait");
        Future<Boolean> answer = waiting(box);
        host.pass(MOMENT);
        assertThat(answer.isDone()).isFalse();
        assertThat(inner.processes()).isNotEmpty();
        assertThat(prompt(answer)).isTrue();
        assertThat(inner.processes()).isEmpty();
        shell.end();
    }

    @Test
    void anInterruptEndsALongWait() throws Exception {
        Cgroup box = newGroup().attach(host.startProcess());
        Thread[] waiter = new Thread[1];
        Future<Boolean> answer = threads.submit(() -> {
            waiter[0] = Thread.currentThread();
            return box.awaitEmpty(LONG);
        });
        host.pass(MOMENT);
        waiter[0].interrupt();
        assertThatThrownBy(() -> prompt(answer))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void theRemovalBySomebodyElseEndsTheWait() throws Exception {
        Cgroup box = newGroup().attach(host.startProcess());
        Future<Boolean> answer = waiting(box);
        host.pass(MOMENT);
        box.kill().delete();
        assertThat(prompt(answer)).isTrue();
    }

    @Test
    void aHundredThreadsWaitAtOnceAndNoDescriptorStaysOpen() throws Exception {
        Cgroup box = newGroup().attach(host.startProcess());
        assertThat(box.awaitEmpty(MOMENT)).isFalse();
        long before = descriptors();
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(waiting(box));
        }
        host.pass(MOMENT);
        box.kill();
        for (Future<Boolean> answer : answers) {
            assertThat(prompt(answer)).isTrue();
        }
        assertThat(descriptors()).isLessThan(before + 20);
    }

    private static long descriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void aZombieIsNoMember() throws Exception {
        Cgroup box = newGroup();
        // The shell is no parent that asks for its child, so the child stays a zombie for as long as the shell sleeps.
        Process process = new ProcessBuilder("sh", "-c", "sleep 1000 & echo $!; exec sleep 1000").start();
        try {
            String child = process.inputReader().readLine();
            box.attach(Long.parseLong(child)).kill();
            assertThat(Files.readString(Path.of("/proc", child, "stat"))).contains(") Z ");
            assertThat(box.processes()).isEmpty();
            assertThat(box.awaitEmpty(Duration.ZERO)).isTrue();
            box.delete();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void killingHasItsLimit() {
        Cgroup box = newGroup();
        Cgroup inner = box.child("inner").attach(host.startProcess());
        box.freeze();
        if (frozenMembersDie()) {
            inner.kill();
        } else {
            assertThatThrownBy(() -> inner.kill(Duration.ofMillis(1)))
                    .isInstanceOfSatisfying(CgroupTimeoutException.class, e -> {
                        assertThat(e.waited()).isEqualTo(Duration.ofMillis(1));
                        assertThat(e.hint()).contains("still there: [", " (sh)]", box.path() + ", is frozen: thaw it");
                    });
            box.thaw();
        }
        box.kill().delete();
    }

    private boolean frozenMembersDie() {
        return host.cgroups()
                .layout()
                .hierarchy(Controller.FREEZER)
                .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V2)
                .isPresent();
    }

    @Test
    void whoIsInTheWayOfADeletionIsNamed() {
        Cgroup box = newGroup();
        long pid = host.startProcess();
        box.child("inner").attach(pid);
        assertThatThrownBy(() -> box.delete(Duration.ZERO))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("it has members [" + pid + " (sh)]")
                .hasMessageContaining("nothing was removed");
        box.kill().delete();
    }

    @Test
    void aThousandGroupsAreRemoved() {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPUACCT);
        for (int i = 0; i < 1000; i++) {
            host.files()
                    .createDirectory(box.files(Controller.CPUACCT).directory().resolve("g" + i));
        }
        box.delete();
        assertThat(host.files().exists(box.files(Controller.CPUACCT).directory()))
                .isFalse();
    }
}
