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
import io.cgroups.testkit.InMemoryKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** A task that runs in a group, in a thread that comes back. The JVM is one thread of the in-memory kernel. */
class RunInTest {
    private static final List<Long> THIS = List.of(ProcessHandle.current().pid());

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroups cgroups = Interposed.on(kernel, this::look);
    private final Cgroup home = cgroups.create("home", Controller.CPU);
    private final Cgroup other = cgroups.create("other", Controller.MEMORY);
    private final Cgroup box = cgroups.create("box", Controller.CPU, Controller.MEMORY);
    private String refused = "/nothing";

    private void look(String call, Path path, List<Object> arguments) {
        if (call.equals("write") && path.endsWith(refused.substring(1))) {
            Failure failure = Failure.of("write", path, Errno.EACCES);
            throw CgroupIoException.of(failure.withData(String.valueOf(arguments.get(1))), null);
        }
    }

    private void goHome() {
        home.attachCurrentThread();
        other.attachCurrentThread();
    }

    private void assertHome() {
        assertThat(home.threads()).isEqualTo(THIS);
        assertThat(other.threads()).isEqualTo(THIS);
        assertThat(box.threads()).isEmpty();
    }

    @Test
    void theThreadIsInTheGroupAndThenBackInEachHierarchy() throws Exception {
        goHome();
        int answer = box.runIn(() -> {
            assertThat(box.threads()).isEqualTo(THIS);
            assertThat(home.threads()).isEmpty();
            assertThat(other.threads()).isEmpty();
            return 42;
        });
        assertThat(answer).isEqualTo(42);
        assertHome();
    }

    @Test
    void itComesBackWhenTheTaskThrows() {
        goHome();
        Exception mine = new IOException("mine");
        assertThatThrownBy(() -> box.runIn(() -> {
                    throw mine;
                }))
                .isSameAs(mine)
                .hasNoSuppressedExceptions();
        assertHome();
    }

    @Test
    void aRunnableNeedsNoCatchClause() {
        goHome();
        Runnable task = () -> assertThat(box.threads()).isEqualTo(THIS);
        box.runIn(task::run);
        assertHome();
        Runnable broken = () -> {
            throw new IllegalStateException("mine");
        };
        assertThatThrownBy(() -> box.runIn(broken::run))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
        assertHome();
    }

    @Test
    void nestedTasksComeBackOneGroupAtATime() throws Exception {
        goHome();
        Cgroup inner = cgroups.create("inner", Controller.CPU);
        box.runIn(() -> {
            inner.runIn(() -> assertThat(inner.threads()).isEqualTo(THIS));
            assertThat(inner.threads()).isEmpty();
            assertThat(box.threads()).isEqualTo(THIS);
        });
        assertHome();
    }

    @Test
    void aRefusalToComeInLeavesTheTaskUndone() {
        goHome();
        refused = "/memory/box/tasks";
        assertThatThrownBy(() -> box.runIn(() -> {
                    throw new AssertionError("it ran");
                }))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("box/tasks");
        refused = "/nothing";
        assertHome();
    }

    @Test
    void aRefusalToGoBackIsThrownAndSaysWhereTheThreadStays() {
        goHome();
        assertThatThrownBy(() -> box.runIn(() -> {
                    refused = "/home/tasks";
                    return "the value";
                }))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("home/tasks")
                .hasMessageContaining("the task has ended")
                .hasMessageContaining("stays in");
        // The hierarchy that does not refuse has its thread back.
        assertThat(other.threads()).isEqualTo(THIS);
        assertThat(box.threads()).isEqualTo(THIS);
    }

    @Test
    void theTasksOwnExceptionComesBeforeTheRefusalToGoBack() {
        goHome();
        assertThatThrownBy(() -> box.runIn(() -> {
                    refused = "/home/tasks";
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(
                        e -> assertThat(e.getSuppressed()).singleElement().isInstanceOf(CgroupAccessException.class));
    }

    @Test
    void aGroupThatIsGoneCannotBeComeBackTo() {
        goHome();
        assertThatThrownBy(() -> box.runIn(() -> {
                    home.delete();
                    return true;
                }))
                .isInstanceOf(CgroupIoException.class)
                .hasMessageContaining("home/tasks")
                .hasMessageContaining("stays in");
    }

    @Test
    void aThreadOfTheCommonPoolIsNotMoved() {
        goHome();
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        // Whoever waits for a task of the common pool may be given it to run; nobody waits for this one.
        ForkJoinPool.commonPool().execute(() -> {
            try {
                outcome.complete(box.runIn(() -> true));
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        assertThatThrownBy(outcome::join).hasCauseInstanceOf(IllegalStateException.class);
        assertHome();
    }
}
