package io.cgroups.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How long after it happened something is told. The best of some tries counts, as a crowded machine makes any one of them late;
 * with {@code -Dlatency.tries} it is tried as often as that says.
 */
final class Latencies {
    private static final long SECONDS = 60;
    private static final double PROMISE = Duration.ofMillis(100).toMillis();
    private static final int TRIES = Integer.getInteger("latency.tries", 0);
    private static final int FEW = 4;

    private final BlockingQueue<Long> happened = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    private final List<Double> millis = new ArrayList<>();
    private final String what;

    Latencies(String what) {
        this.what = what;
    }

    /** Whether to try once more. */
    boolean areTooFew() {
        return millis.size() < Math.max(TRIES, 1) || (!isShort() && millis.size() < FEW);
    }

    private boolean isShort() {
        return millis.stream().anyMatch(each -> each < PROMISE);
    }

    /** It happens now. */
    void happens() {
        happened.add(System.nanoTime());
    }

    /** It happens when this holds, for which another thread looks again and again. */
    void happensWhen(BooleanSupplier condition, Duration pause) {
        Thread watcher = new Thread(() -> {
            while (!condition.getAsBoolean()) {
                LockSupport.parkNanos(pause.toNanos());
            }
            happens();
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    /** It is told now. */
    void told() {
        told.add(System.nanoTime());
    }

    /** Waits until it has happened and was told; what is told before it could be seen is not late. */
    void take() throws InterruptedException {
        millis.add(Math.max(0, next(told, "told") - next(happened, "happened")) / 1e6);
    }

    private long next(BlockingQueue<Long> times, String verb) throws InterruptedException {
        Long time = times.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(time).as("%s is %s", what, verb).isNotNull();
        return time;
    }

    /** Prints the figures, and fails if none is short. */
    void assertShort() {
        Collections.sort(millis);
        int last = millis.size() - 1;
        System.out.printf(
                Locale.ROOT,
                "%s: told after %.1f ms (median of %d), %.1f to %.1f ms%n",
                what,
                millis.get(millis.size() / 2),
                millis.size(),
                millis.get(0),
                millis.get(last));
        assertThat(isShort()).as("%s, told after %s ms", what, millis).isTrue();
    }
}
