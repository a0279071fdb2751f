package io.cgroups.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Which threads may be moved. */
class CallingThreadTest {
    private static final int VIRTUAL_THREADS_SINCE = 21;

    @Test
    void aThreadOfItsOwnMayBeMoved() {
        assertThatCode(CallingThread::requireOwn).doesNotThrowAnyException();
        assertThat(CallingThread.isVirtual(Thread.currentThread())).isFalse();
    }

    @Test
    void oneOfTheCommonPoolMayNot() {
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        // Whoever waits for a task of the common pool may be given it to run; nobody waits for this one.
        ForkJoinPool.commonPool().execute(() -> {
            try {
                CallingThread.requireOwn();
                outcome.complete(true);
            } catch (IllegalStateException e) {
                outcome.completeExceptionally(e);
            }
        });
        assertThatThrownBy(outcome::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commonPool()")
                .hasMessageContaining("newFixedThreadPool");
    }

    @Test
    void oneOfAnotherForkJoinPoolMay() {
        ForkJoinPool own = new ForkJoinPool(1);
        try {
            assertThatCode(() -> CompletableFuture.runAsync(CallingThread::requireOwn, own)
                            .join())
                    .doesNotThrowAnyException();
        } finally {
            own.shutdownNow();
        }
    }

    @Test
    void aVirtualThreadMayNot() throws Exception {
        assumeTrue(Runtime.version().feature() >= VIRTUAL_THREADS_SINCE, "there are no virtual threads yet");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Runnable task = () -> {
            assertThat(CallingThread.isVirtual(Thread.currentThread())).isTrue();
            CallingThread.requireOwn();
        };
        startVirtually(() -> {
                    try {
                        task.run();
                    } catch (RuntimeException | Error e) {
                        thrown.set(e);
                    }
                })
                .join();
        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("virtual thread")
                .hasMessageContaining("carrier")
                .hasMessageContaining("threadFactory");
    }

    private static Thread startVirtually(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
}
