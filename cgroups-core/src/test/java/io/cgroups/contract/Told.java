package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.event.EventListener;
import io.cgroups.event.SubscriptionEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Remembers what it is told, for tests that wait for it. */
final class Told<E> implements EventListener<E> {
    /** Far more than any kernel takes, also an emulated one on a crowded machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration MOMENT = Duration.ofMillis(20);

    private final TestHost host;
    private final BlockingQueue<E> events = new LinkedBlockingQueue<>();
    private final List<SubscriptionEnd> ends = new CopyOnWriteArrayList<>();

    Told(TestHost host) {
        this.host = host;
    }

    @Override
    public void event(E event) {
        events.add(event);
    }

    @Override
    public void ended(SubscriptionEnd end) {
        ends.add(end);
    }

    /** The next event. */
    E next() {
        return await(() -> Optional.ofNullable(events.poll()));
    }

    /** The end, once it has come. */
    SubscriptionEnd end() {
        return await(() -> ends.stream().findFirst());
    }

    /** Gives it time to be told something. */
    void assertNothingMore() {
        for (int i = 0; i < 20; i++) {
            pass();
        }
        assertThat(events).isEmpty();
    }

    /** Of the removal of the group; once, and after everything else. */
    void assertRemoved() {
        assertThat(end().isRemoved()).as("%s", end()).isTrue();
        assertNothingMore();
        assertThat(ends).hasSize(1);
    }

    private <T> T await(Supplier<Optional<T>> what) {
        long begin = System.nanoTime();
        Optional<T> found = what.get();
        while (found.isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            pass();
            found = what.get();
        }
        assertThat(found).as("told: %s, ended: %s", events, ends).isPresent();
        return found.orElseThrow();
    }

    /** Lets time pass for the kernel, and for the thread that tells. */
    private void pass() {
        host.pass(MOMENT);
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
