package io.cgroups.internal.event;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Failure;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread for all signals: begun for the first one, ended after the last one.
 *
 * <p>Its lock is never held while a listener is called, and is taken after the monitor of a signal.
 */
public final class SignalLoop implements KernelEvents {
    private static final String THREAD = "cgroups-events";

    private final Function<SignalSource, Waits> opening;
    private final LongSupplier nanoTime;
    private final Object lock = new Object();
    private final Map<Long, LoopSignal> signals = new HashMap<>();
    private final Rounds<LoopSignal> rounds = new Rounds<>();
    private @Nullable Waits waits;
    private long keys;

    /**
     * Makes a loop without a thread.
     *
     * @param opening makes what the thread waits at; is given what is waited for first
     * @param nanoTime measures time, as {@link System#nanoTime}
     */
    public SignalLoop(Function<SignalSource, Waits> opening, LongSupplier nanoTime) {
        this.opening = opening;
        this.nanoTime = nanoTime;
    }

    @Override
    public Signal on(SignalSource source, Signal.Listener listener) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(listener, "listener");
        synchronized (lock) {
            Waits running = waits;
            return running == null ? begin(source, listener) : add(running, source, listener);
        }
    }

    private Signal begin(SignalSource source, Signal.Listener listener) {
        Waits opened = opening.apply(source);
        try {
            Signal signal = add(opened, source, listener);
            Thread thread = new Thread(null, () -> run(opened), THREAD, 0, false);
            thread.setDaemon(true);
            try {
                thread.start();
            } catch (Error e) {
                // There are too many threads.
                signal.close();
                throw e;
            }
            waits = opened;
            return signal;
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private Signal add(Waits at, SignalSource source, Signal.Listener listener) {
        long key = keys++;
        Held held = at.open(source, key);
        LoopSignal signal = new LoopSignal(held, listener, closed -> forget(key, closed));
        signals.put(key, signal);
        if (rounds.add(signal, held.interval(), nanoTime.getAsLong())) {
            at.wake();
        }
        return signal;
    }

    private void forget(long key, LoopSignal signal) {
        synchronized (lock) {
            signals.remove(key);
            rounds.remove(signal, signal.held().interval());
            if (signals.isEmpty() && waits != null) {
                waits.wake();
            }
        }
    }

    private void run(Waits at) {
        try (at) {
            try {
                while (isNeeded()) {
                    at.await(left(), key -> find(key).ifPresent(LoopSignal::told));
                    due().forEach(LoopSignal::look);
                }
            } catch (RuntimeException | Error e) {
                endAll(e);
                throw e;
            }
        }
    }

    /** Decides in the same moment in which nothing can be added that the thread is to end. */
    private boolean isNeeded() {
        synchronized (lock) {
            if (signals.isEmpty()) {
                waits = null;
                return false;
            }
            return true;
        }
    }

    private Duration left() {
        synchronized (lock) {
            return rounds.left(nanoTime.getAsLong());
        }
    }

    private Optional<LoopSignal> find(long key) {
        synchronized (lock) {
            return Optional.ofNullable(signals.get(key));
        }
    }

    private List<LoopSignal> due() {
        synchronized (lock) {
            return rounds.due(nanoTime.getAsLong());
        }
    }

    private void endAll(Throwable cause) {
        CgroupException why = cause instanceof CgroupException e
                ? e
                : CgroupIoException.of(
                        Failure.of("wait for events", "the thread that waits has died: " + cause), cause);
        while (isNeeded()) {
            List<LoopSignal> all;
            synchronized (lock) {
                all = List.copyOf(signals.values());
            }
            all.forEach(signal -> signal.end(why));
        }
    }
}
