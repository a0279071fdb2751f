package io.cgroups.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that join first, with a kernel that may refuse. */
class GroupThreadTest {
    private final List<String> joined = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepts = new AtomicInteger(Integer.MAX_VALUE);
    private final GroupThreadFactory factory = new GroupThreadFactory(
            this::join, "batch", thread -> thread.setUncaughtExceptionHandler((who, what) -> uncaught.add(what)));
    private final ExecutorService pool = Executors.newFixedThreadPool(2, factory);

    private void join() {
        if (accepts.getAndDecrement() <= 0) {
            throw CgroupIoException.of(Failure.of("write", Path.of("/box/tasks"), Errno.ENOENT), null);
        }
        joined.add(Thread.currentThread().getName());
    }

    @AfterEach
    void theStoppedPoolEnds() throws Exception {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTaskRunsInAThreadThatHasJoined() throws Exception {
        String name = pool.submit(() -> {
                    assertThat(joined).contains(Thread.currentThread().getName());
                    return Thread.currentThread().getName();
                })
                .get();
        assertThat(name).isEqualTo("batch-1");
    }

    @Test
    void aRefusalIsThrownBySubmitAndThePoolStaysInOrder() throws Exception {
        accepts.set(0);
        AtomicInteger ran = new AtomicInteger();
        assertThatThrownBy(() -> pool.submit(ran::incrementAndGet))
                .isInstanceOf(CgroupIoException.class)
                .hasMessageContaining("/box/tasks")
                .satisfies(e -> assertThat(e.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(GroupThreadTest.class.getName()));
        accepts.set(100);
        assertThat(pool.submit(ran::incrementAndGet).get()).isEqualTo(1);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void startThrowsWhatKeptTheThreadFromJoining() {
        AtomicInteger ran = new AtomicInteger();
        Thread thread = factory.newThread(ran::incrementAndGet);
        accepts.set(0);
        assertThatThrownBy(thread::start).isInstanceOf(CgroupIoException.class);
        assertThat(ran).hasValue(0);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void anErrorIsThrownAsItIs() {
        Runnable join = () -> {
            throw new LinkageError("no library");
        };
        Thread thread = new GroupThread(join, () -> {}, "broken", true);
        assertThatThrownBy(thread::start).isInstanceOf(LinkageError.class).hasMessage("no library");
    }

    /** A pool of Java 21 starts threads past the method that tells it; there the handler of the thread hears of it. */
    @Test
    void aRefusalAfterTheRehearsalIsHeardOfOnceAndTheTaskDoesNotRun() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        GroupThreadFactory counted = new GroupThreadFactory(
                this::join,
                "batch",
                thread -> thread.setUncaughtExceptionHandler((who, what) -> {
                    uncaught.add(what);
                    ended.countDown();
                }));
        ExecutorService late = Executors.newFixedThreadPool(1, counted);
        accepts.set(1);
        try {
            late.execute(ran::incrementAndGet);
        } catch (CgroupIoException e) {
            uncaught.add(e);
            ended.countDown();
        }
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        late.shutdownNow();
        assertThat(uncaught).hasOnlyElementsOfType(CgroupIoException.class).hasSize(1);
        assertThat(ran).hasValue(0);
    }

    @Test
    void whoeverRunsTheThreadWithoutStartingItGetsTheRefusal() {
        Runnable thread = factory.newThread(() -> joined.add("ran"));
        accepts.set(0);
        assertThatThrownBy(thread::run).isInstanceOf(CgroupIoException.class);
        assertThat(joined).doesNotContain("ran");
    }

    @Test
    void anInterruptOfWhoeverSubmitsIsNotLost() throws Exception {
        Thread.currentThread().interrupt();
        Future<Boolean> interrupted = pool.submit(() -> Thread.currentThread().isInterrupted());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.get()).isFalse();
    }

    @Test
    void aTaskThatIsCancelledIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<?> task = pool.submit(() -> {
            begun.countDown();
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        begun.await();
        task.cancel(true);
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theThreadsAreLikeThoseOfTheDefaultFactory() throws Exception {
        InheritableThreadLocal<String> inherited = new InheritableThreadLocal<>();
        inherited.set("from the caller");
        ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        caller.setContextClassLoader(loader);
        try {
            Thread like = Executors.defaultThreadFactory().newThread(() -> {});
            pool.submit(() -> {
                        Thread thread = Thread.currentThread();
                        assertThat(inherited.get()).isEqualTo("from the caller");
                        assertThat(thread.getContextClassLoader()).isSameAs(loader);
                        assertThat(thread.isDaemon()).isEqualTo(like.isDaemon());
                        assertThat(thread.getPriority()).isEqualTo(like.getPriority());
                        assertThat(thread.getThreadGroup()).isSameAs(like.getThreadGroup());
                    })
                    .get();
        } finally {
            caller.setContextClassLoader(before);
        }
    }

    @Test
    void settingsAreMadeBeforeTheThreadRuns() throws Exception {
        GroupThreadFactory daemons = new GroupThreadFactory(this::join, "helper", thread -> thread.setDaemon(true));
        Thread first = daemons.newThread(() -> {});
        Thread second = daemons.newThread(() -> {});
        assertThat(first.isDaemon()).isTrue();
        assertThat(List.of(first.getName(), second.getName())).containsExactly("helper-1", "helper-2");
    }
}
