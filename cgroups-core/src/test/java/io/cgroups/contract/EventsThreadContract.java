package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupException;
import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one thread that waits for events, and what it holds. */
public abstract class EventsThreadContract {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestHost host;
    private Cgroup box;
    private Look look;

    protected EventsThreadContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        box = host.cgroups().create(host.newName());
        Path dir = box.files(box.controllers().iterator().next()).directory();
        look = new Look(dir.resolve("cgroup.procs"), Duration.ofMillis(10));
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    static long descriptors() {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitAtMost(long threads, long descriptors) {
        assertThat(host.files()
                        .clock()
                        .await(() -> SignalLog.threads() <= threads && descriptors() <= descriptors, LIMIT))
                .as("%s threads and %s descriptors, and no more", threads, descriptors)
                .isTrue();
    }

    @Test
    void theThreadAndItsDescriptorsGoWithTheLastSignal() throws InterruptedException {
        new SignalLog().on(host, look).close();
        awaitAtMost(0, Long.MAX_VALUE);
        long before = descriptors();
        for (int i = 0; i < 3; i++) {
            SignalLog told = new SignalLog();
            Signal first = told.on(host, look);
            Signal second = told.on(host, look);
            told.await(String::isEmpty);
            assertThat(SignalLog.threads()).isEqualTo(1);
            first.close();
            told.await(String::isEmpty);
            second.close();
            awaitAtMost(0, before);
        }
    }

    @Test
    void theEndOfTheGroupIsTheEndOfTheThread() throws InterruptedException {
        SignalLog told = new SignalLog();
        told.on(host, look);
        box.delete();
        told.awaitEnd();
        awaitAtMost(0, Long.MAX_VALUE);
    }

    @Test
    void anInterruptedCallerIsNotDisturbed() throws InterruptedException {
        SignalLog told = new SignalLog();
        Thread.currentThread().interrupt();
        Signal signal = told.on(host, look);
        String text = signal.read();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(text).isEmpty();
        told.await(String::isEmpty);
        Thread.currentThread().interrupt();
        signal.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void signalsComeAndGoFromManyThreads() throws Exception {
        KernelEvents events = new LinuxKernelFiles(Path.of("/proc")).events().orElseThrow();
        AtomicInteger told = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ends.add(threads.submit(() -> {
                for (int j = 0; j < 50; j++) {
                    Closing listener = new Closing(told, late);
                    Signal signal = events.on(look, listener);
                    if (j % 2 == 0) {
                        TimeUnit.MILLISECONDS.sleep(15);
                    }
                    signal.close();
                    listener.isClosed = true;
                }
                return null;
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();
        assertThat(told.get()).isPositive();
        assertThat(late).hasValue(0);
        awaitAtMost(0, Long.MAX_VALUE);
    }

    /** Counts what it is told after it was closed, which is to be nothing. */
    private static final class Closing implements Signal.Listener {
        private final AtomicInteger told;
        private final AtomicInteger late;
        private volatile boolean isClosed;

        Closing(AtomicInteger told, AtomicInteger late) {
            this.told = told;
            this.late = late;
        }

        @Override
        public void fired(Signal signal, long times) {
            told.incrementAndGet();
            if (isClosed) {
                late.incrementAndGet();
            }
        }

        @Override
        public void ended(CgroupException why) {
            late.incrementAndGet();
        }
    }

    @Test
    void tooManyAreRefusedAndLeaveNothingOpen() throws Exception {
        assertThat(ManySignals.run(look.file())).isEqualTo("EMFILE, and nothing was left open");
    }
}
