package io.cgroups.internal.event;

import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Where a thread waits that a test wakes; it counts what is open. */
final class FakeWaits implements Waits {
    private static final long WAKE = -1;

    private final BlockingQueue<Long> fired = new LinkedBlockingQueue<>();
    private final Map<Long, FakeHeld> held = new ConcurrentHashMap<>();
    private final List<String> closed = new ArrayList<>();
    private volatile boolean isClosed;
    private volatile RuntimeException failure;
    private Duration interval = Duration.ofHours(1);

    /** What a source is here. */
    final class FakeHeld implements Held {
        private final long key;
        private final Duration every;
        private volatile LongSupplier looks = () -> 0;
        private volatile LongSupplier tells = () -> 1;

        FakeHeld(long key) {
            this.key = key;
            this.every = interval;
        }

        FakeHeld onLook(LongSupplier look) {
            looks = look;
            return this;
        }

        FakeHeld onTold(LongSupplier told) {
            tells = told;
            return this;
        }

        void fire() {
            fired.add(key);
        }

        @Override
        public String read() {
            return "text";
        }

        @Override
        public Duration interval() {
            return every;
        }

        @Override
        public long look() {
            return looks.getAsLong();
        }

        @Override
        public long told() {
            return tells.getAsLong();
        }

        @Override
        public void close() {
            held.remove(key);
            closed.add("held " + key);
        }
    }

    /** The interval of what is opened from now on. */
    void every(Duration time) {
        interval = time;
    }

    /** Fails the next wait. */
    void fail(RuntimeException e) {
        failure = e;
        wake();
    }

    FakeHeld opened(long key) {
        FakeHeld found = held.get(key);
        if (found == null) {
            throw new IllegalStateException("nothing open is called " + key);
        }
        return found;
    }

    int open() {
        return held.size();
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public Held open(SignalSource source, long key) {
        FakeHeld opened = new FakeHeld(key);
        held.put(key, opened);
        return opened;
    }

    @Override
    public void await(Duration limit, LongConsumer told) {
        if (isClosed) {
            throw new IllegalStateException("closed");
        }
        try {
            Long key = fired.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (failure != null) {
                throw failure;
            }
            if (key != null && key != WAKE) {
                told.accept(key);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void wake() {
        if (isClosed) {
            throw new IllegalStateException("closed");
        }
        fired.add(WAKE);
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
