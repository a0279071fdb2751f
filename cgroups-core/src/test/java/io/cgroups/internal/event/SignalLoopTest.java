package io.cgroups.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What listeners can rely on, whichever kernel it is. */
class SignalLoopTest {
    private static final SignalSource SOURCE = new SignalSource.Change(Path.of("/box/cgroup.events"));
    private static final long SECONDS = 30;

    private final List<FakeWaits> made = new ArrayList<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<Signal> signals = new ArrayList<>();
    private Duration interval = Duration.ofHours(1);

    private final SignalLoop loop = new SignalLoop(
            first -> {
                FakeWaits waits = new FakeWaits();
                waits.every(interval);
                made.add(waits);
                return waits;
            },
            System::nanoTime);

    @AfterEach
    void closeAll() {
        signals.forEach(Signal::close);
    }

    private interface Fired {
        void by(Signal signal) throws Exception;
    }

    private Signal on(String name, Fired then) {
        Signal signal = loop.on(SOURCE, new Signal.Listener() {
            @Override
            public void fired(Signal fired, long times) {
                told.add(name + " " + times);
                try {
                    then.by(fired);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void ended(CgroupException why) {
                told.add(name + " ended by " + why.getClass().getSimpleName());
            }
        });
        signals.add(signal);
        return signal;
    }

    private Signal on(String name) {
        return on(name, signal -> {});
    }

    private FakeWaits waits() {
        return made.get(made.size() - 1);
    }

    private String next() throws InterruptedException {
        String text = told.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(text).as("what is told").isNotNull();
        return text;
    }

    private static CgroupException gone() {
        return CgroupIoException.of(Failure.of("read", SOURCE.file(), Errno.ENODEV), null);
    }

    private static void awaitEnd(FakeWaits waits) throws InterruptedException {
        for (int i = 0; i < 3000 && !waits.isClosed(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(waits.isClosed()).isTrue();
    }

    @Test
    void whoFiresIsToldOfWithTheCount() throws InterruptedException {
        on("a");
        on("b");
        waits().opened(1).onTold(() -> 3).fire();
        assertThat(next()).isEqualTo("b 3");
        waits().opened(0).onTold(() -> 0).fire();
        waits().opened(1).fire();
        assertThat(next()).isEqualTo("b 3");
    }

    @Test
    void whatIsDueIsLookedAt() throws InterruptedException {
        interval = Duration.ofMillis(5);
        on("a");
        waits().opened(0).onLook(() -> 1);
        assertThat(next()).isEqualTo("a 1");
        assertThat(next()).isEqualTo("a 1");
    }

    @Test
    void whatIsToBeLookedAtSoonerWakesTheThread() throws InterruptedException {
        on("a");
        waits().every(Duration.ofMillis(5));
        on("b");
        waits().opened(1).onLook(() -> 1);
        assertThat(next()).isEqualTo("b 1");
    }

    @Test
    void theThreadEndsWithTheLastSignalAndAnotherBegins() throws InterruptedException {
        Signal first = on("a");
        Signal second = on("b");
        FakeWaits waits = waits();
        first.close();
        assertThat(waits.open()).isEqualTo(1);
        second.close();
        second.close();
        assertThat(waits.open()).isZero();
        awaitEnd(waits);

        on("c");
        assertThat(made).hasSize(2);
        waits().opened(2).fire();
        assertThat(next()).isEqualTo("c 1");
    }

    @Test
    void theEndIsToldOnceAndCloses() throws InterruptedException {
        Signal signal = on("a");
        on("b");
        FakeWaits.FakeHeld held = waits().opened(0).onTold(() -> {
            throw gone();
        });
        held.fire();
        assertThat(next()).isEqualTo("a ended by CgroupNotFoundException");
        held.fire();
        waits().opened(1).fire();
        assertThat(next()).isEqualTo("b 1");
        assertThat(waits().open()).isEqualTo(1);
        assertThatThrownBy(signal::read).isInstanceOf(CgroupNotFoundException.class);
        signal.close();
    }

    @Test
    void whatAListenerFindsGoneEnds() throws InterruptedException {
        on("a", signal -> {
            throw gone();
        });
        waits().opened(0).fire();
        assertThat(next()).isEqualTo("a 1");
        assertThat(next()).isEqualTo("a ended by CgroupNotFoundException");
        awaitEnd(waits());
    }

    @Test
    void whatAListenerThrowsGoesToTheHandlerAndTheThreadStays() throws InterruptedException {
        BlockingQueue<Throwable> handled = new LinkedBlockingQueue<>();
        on("a", signal -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {
                handled.add(e);
                throw new IllegalStateException("the handler's own");
            });
            throw new IllegalArgumentException("the listener's own");
        });
        for (int i = 0; i < 2; i++) {
            waits().opened(0).fire();
            assertThat(next()).isEqualTo("a 1");
            assertThat(handled.poll(SECONDS, TimeUnit.SECONDS)).hasMessage("the listener's own");
        }
    }

    @Test
    void closingWaitsForTheCallThatIsUnderWay() throws Exception {
        CountDownLatch isCalled = new CountDownLatch(1);
        CountDownLatch mayReturn = new CountDownLatch(1);
        Signal signal = on("a", fired -> {
            isCalled.countDown();
            mayReturn.await();
            told.add("returned");
        });
        waits().opened(0).fire();
        isCalled.await();
        Thread closing = new Thread(() -> {
            signal.close();
            told.add("closed, interrupted: " + Thread.interrupted());
        });
        closing.start();
        closing.interrupt();
        closing.join(100);
        assertThat(closing.isAlive()).isTrue();
        mayReturn.countDown();
        assertThat(next()).isEqualTo("a 1");
        assertThat(next()).isEqualTo("returned");
        assertThat(next()).isEqualTo("closed, interrupted: true");
    }

    @Test
    void aListenerClosesItselfAndOthersAndAddsNewOnes() throws InterruptedException {
        Signal other = on("other");
        on("a", signal -> {
            signal.close();
            other.close();
            on("new");
            told.add("done");
        });
        FakeWaits.FakeHeld closed = waits().opened(0);
        waits().opened(1).fire();
        assertThat(next()).isEqualTo("a 1");
        assertThat(next()).isEqualTo("done");
        closed.fire();
        waits().opened(2).fire();
        assertThat(next()).isEqualTo("new 1");
    }

    @Test
    void whenThereIsNoWaitingAnyMoreEverySignalEnds() throws InterruptedException {
        on("a", signal -> Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> told.add("died: " + e)));
        FakeWaits first = waits();
        first.opened(0).fire();
        assertThat(next()).isEqualTo("a 1");
        first.fail(new IllegalStateException("broken"));
        assertThat(next()).isEqualTo("a ended by CgroupIoException");
        assertThat(next()).startsWith("died: ").contains("broken");
        assertThat(first.isClosed()).isTrue();
        on("b");
        waits().opened(1).fire();
        assertThat(next()).isEqualTo("b 1");
    }

    @Test
    void whatCannotBeOpenedLeavesNothing() {
        SignalLoop refusing = new SignalLoop(
                first -> {
                    FakeWaits waits = new FakeWaits();
                    made.add(waits);
                    return new RefusingWaits(waits);
                },
                System::nanoTime);
        Signal.Listener listener = new Signal.Listener() {
            @Override
            public void fired(Signal signal, long times) {
                told.add("fired");
            }

            @Override
            public void ended(CgroupException why) {
                told.add("ended");
            }
        };
        assertThatThrownBy(() -> refusing.on(SOURCE, listener)).isInstanceOf(CgroupNotFoundException.class);
        assertThat(waits().isClosed()).isTrue();
        assertThat(told).isEmpty();
    }

    /** Opens nothing. */
    private record RefusingWaits(FakeWaits waits) implements Waits {
        @Override
        public Held open(SignalSource source, long key) {
            throw gone();
        }

        @Override
        public void await(Duration limit, java.util.function.LongConsumer fired) {
            waits.await(limit, fired);
        }

        @Override
        public void wake() {
            waits.wake();
        }

        @Override
        public void close() {
            waits.close();
        }
    }
}
