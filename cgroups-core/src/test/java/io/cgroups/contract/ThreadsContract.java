package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single threads of a process in groups of their own. */
public abstract class ThreadsContract {
    private final TestHost host;
    private Cgroup above;

    protected ThreadsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void findRoot() {
        above = host.root(Controller.CPU);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aThreadOfThisJvmEntersAGroupAloneAndLeavesIt() {
        Cgroup slow = above.threadedChild(host.newName(), Controller.CPU);
        CompletableFuture.runAsync(
                        () -> {
                            slow.attachCurrentThread();
                            assertThat(slow.threads()).hasSize(1);
                            assertThat(slow.processes())
                                    .containsExactly(ProcessHandle.current().pid());
                            above.attachCurrentThread();
                        },
                        command -> new Thread(command).start())
                .join();
        assertThat(slow.threads()).isEmpty();
    }

    @Test
    void aGroupBelowOneForThreadsIsForThreads() {
        Cgroup deep = above.threadedChild(host.newName(), Controller.CPU).child("deep");
        CompletableFuture.runAsync(
                        () -> {
                            deep.attachCurrentThread();
                            assertThat(deep.threads()).hasSize(1);
                            above.attachCurrentThread();
                        },
                        command -> new Thread(command).start())
                .join();
        assertThat(deep.threads()).isEmpty();
    }

    @Test
    void makingAGroupForThreadsAgainAdoptsIt() {
        String name = host.newName();
        Cgroup slow = above.threadedChild(name, Controller.CPU);
        Cgroup again = above.threadedChild(name, Controller.CPU);
        assertThat(again.files(Controller.CPU).directory())
                .isEqualTo(slow.files(Controller.CPU).directory());
        assertThat(again.threads()).isEmpty();
    }
}
