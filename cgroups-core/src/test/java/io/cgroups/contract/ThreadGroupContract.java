package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads of this JVM in groups of their own, on every layout by the same calls. */
public abstract class ThreadGroupContract {
    private final TestHost host;
    private Cgroup workers;

    protected ThreadGroupContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.CPU);
        workers = host.cgroups().threadGroup(host.newName());
    }

    @AfterEach
    void cleanUp() {
        workers.delete();
        host.cleanUp();
    }

    private static void stop(ExecutorService pool) throws InterruptedException {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theThreadsOfAPoolAreInTheGroupAndNoOthersAre() throws Exception {
        ExecutorService pool = workers.newFixedThreadPool(2, "worker");
        CountDownLatch both = new CountDownLatch(2);
        try {
            List<Future<Long>> tids = List.of(pool.submit(() -> meet(both)), pool.submit(() -> meet(both)));
            List<Long> members = List.of(tids.get(0).get(), tids.get(1).get());
            assertThat(workers.threads()).containsExactlyInAnyOrderElementsOf(members);
            assertThat(workers.processes())
                    .containsExactly(ProcessHandle.current().pid());
        } finally {
            stop(pool);
        }
    }

    private static long meet(CountDownLatch both) throws InterruptedException {
        both.countDown();
        both.await();
        return OwnThreads.tid();
    }

    @Test
    void aThreadThatATaskStartsBeginsInTheGroup() throws Exception {
        ExecutorService pool = workers.newFixedThreadPool(1, "worker");
        try {
            CompletableFuture<Boolean> inside = new CompletableFuture<>();
            Runnable task = () -> inside.complete(workers.threads().contains(OwnThreads.tid()));
            pool.submit(() -> new Thread(task).start()).get();
            assertThat(inside.get()).isTrue();
        } finally {
            stop(pool);
        }
    }

    @Test
    void aRefusalIsThrownBySubmitAndThePoolStaysInOrder() throws Exception {
        ThreadFactory factory = workers.threadFactory("worker");
        ExecutorService pool = Executors.newCachedThreadPool(factory);
        try {
            workers.delete();
            assertThatThrownBy(() -> pool.submit(OwnThreads::tid)).isInstanceOf(CgroupNotFoundException.class);
            workers = host.cgroups()
                    .threadGroup(String.valueOf(
                            workers.files(Controller.CPU).directory().getFileName()));
            assertThat(workers.threads()).isEmpty();
            long tid = pool.submit(OwnThreads::tid).get();
            assertThat(workers.threads()).containsExactly(tid);
        } finally {
            stop(pool);
        }
    }

    @Test
    void aTaskRunsInTheGroupAndItsThreadComesBack() throws Exception {
        List<String> before = OwnThreads.groups();
        List<String> within = workers.runIn(() -> {
            assertThat(workers.threads()).containsExactly(OwnThreads.tid());
            return OwnThreads.groups();
        });
        assertThat(within).isNotEqualTo(before);
        assertThat(OwnThreads.groups()).isEqualTo(before);
        assertThat(workers.threads()).isEmpty();
    }

    @Test
    void groupsForThreadsMayBeNestedAndBesideEachOther() throws Exception {
        Cgroup others = host.cgroups().threadGroup(host.newName());
        List<String> before = OwnThreads.groups();
        try {
            workers.runIn(() -> {
                others.runIn(() -> assertThat(others.threads()).containsExactly(OwnThreads.tid()));
                assertThat(workers.threads()).containsExactly(OwnThreads.tid());
                return true;
            });
            assertThat(OwnThreads.groups()).isEqualTo(before);
        } finally {
            others.delete();
        }
    }

    @Test
    void theGroupIsBelowTheOneThatThisJvmIsInAtTheMoment() throws Exception {
        Cgroup home = host.cgroups().create(host.newName(), Controller.CPU, Controller.CPUACCT);
        home.attachSelf();
        try {
            Cgroup inside = host.cgroups().threadGroup("inside");
            assertThat(inside.files(Controller.CPU).directory())
                    .isEqualTo(home.files(Controller.CPU).directory().resolve("inside"));
            inside.runIn(() -> assertThat(inside.threads()).containsExactly(OwnThreads.tid()));
            inside.delete();
        } finally {
            home.moveMembersToParent();
        }
    }

    @Test
    void memoryIsNoMatterOfThreads() {
        assertThatThrownBy(() -> host.cgroups().threadGroup(host.newName(), Controller.MEMORY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("process");
    }
}
