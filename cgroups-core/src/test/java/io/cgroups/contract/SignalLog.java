package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupException;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Notes what a signal tells, and what its file says then. */
final class SignalLog implements Signal.Listener {
    /** The name of the one thread. */
    private static final String THREAD = "cgroups-events";

    /** A machine under emulation takes its time. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final AtomicLong times = new AtomicLong();
    private final AtomicLong ends = new AtomicLong();
    private final AtomicReference<CgroupException> why = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Begins to wait for something on a kernel. */
    Signal on(TestHost host, SignalSource source) {
        return host.files().events().orElseThrow().on(source, this);
    }

    @Override
    public void fired(Signal signal, long count) {
        assertThat(Thread.currentThread().getName()).isEqualTo(THREAD);
        times.addAndGet(count);
        texts.add(signal.read());
    }

    @Override
    public void ended(CgroupException cause) {
        ends.incrementAndGet();
        why.set(cause);
        ended.countDown();
    }

    /** Waits for a text; those before it are dropped. */
    String await(Predicate<String> wanted) throws InterruptedException {
        for (String text = next(); ; text = next()) {
            if (wanted.test(text)) {
                return text;
            }
        }
    }

    private String next() throws InterruptedException {
        String text = texts.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(text).as("what is told within %s", LIMIT).isNotNull();
        return text;
    }

    /** Waits for the end. */
    CgroupException awaitEnd() throws InterruptedException {
        assertThat(ended.await(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("an end")
                .isTrue();
        assertThat(ends).hasValue(1);
        return why.get();
    }

    /** How often it has fired. */
    long times() {
        return times.get();
    }

    /** Whether it has ended. */
    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** How many threads wait for events, those for other kernels too. */
    static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(THREAD))
                .count();
    }
}
