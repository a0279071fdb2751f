package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.SelfMove;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** This JVM moves while one of its threads is in a group of its own. */
public abstract class SelfMoveOfThreadsContract {
    private final TestHost host;
    private final CountDownLatch attached = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private Cgroup slow;
    private Thread thread;

    protected SelfMoveOfThreadsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void startAThreadInAGroupOfItsOwn() throws InterruptedException {
        slow = host.root(Controller.CPU).threadedChild(host.newName(), Controller.CPU);
        thread = new Thread(() -> {
            slow.attachCurrentThread();
            attached.countDown();
            awaitEnd();
        });
        thread.start();
        attached.await();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endThread() throws InterruptedException {
        end.countDown();
        thread.join();
    }

    @AfterEach
    void cleanUp() throws InterruptedException {
        endThread();
        host.cleanUp();
    }

    @Test
    void theThreadComesAlongAndReturnsToItsGroup() {
        List<Long> before = slow.threads();
        assertThat(before).hasSize(1);
        try (SelfMove move = host.cgroups().moveSelf(host.newName(), Controller.CPU)) {
            assertThat(slow.threads()).isEmpty();
            assertThat(move.group().threads()).containsAll(before).hasSizeGreaterThan(1);
        }
        assertThat(slow.threads()).isEqualTo(before);
    }

    @Test
    void aThreadThatHasEndedIsNoMatter() throws InterruptedException {
        try (SelfMove move = host.cgroups().moveSelf(host.newName(), Controller.CPU)) {
            assertThat(move.group().threads()).hasSizeGreaterThan(1);
            endThread();
        }
        // To the kernel it ends a little later than to Java.
        host.files().clock().await(() -> slow.threads().isEmpty(), Duration.ofSeconds(30));
        assertThat(slow.threads()).isEmpty();
    }

    @Test
    void whenTheGroupOfTheThreadIsGoneAllElseIsDoneAndItIsReported() {
        String name = host.newName();
        SelfMove move = host.cgroups().moveSelf(name, Controller.CPU);
        slow.delete();
        assertThatThrownBy(move::close)
                .isInstanceOf(CgroupNotFoundException.class)
                .hasMessageContaining("thread ")
                .hasMessageContaining("everything else is done");
        assertThatThrownBy(() -> host.cgroups().open(name)).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aThreadThatWasLimitedWithinTheMoveLeavesWithTheOthers() throws Exception {
        try (SelfMove move = host.cgroups().moveSelf(host.newName(), Controller.CPU)) {
            Cgroup within = move.group().threadedChild("within", Controller.CPU);
            within.attachThread(otherTid(move));
            assertThat(within.threads()).hasSize(1);
            assertThat(move.group().processes())
                    .contains(ProcessHandle.current().pid());
        }
        assertThat(slow.threads()).hasSize(1);
    }

    /** Any thread will do but the first, whose group /proc shows as that of the process. */
    private static long otherTid(SelfMove move) {
        return move.group().threads().stream()
                .filter(tid -> tid != ProcessHandle.current().pid())
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
