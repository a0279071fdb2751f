package io.cgroups.internal.follow;

import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.event.EventListener;
import io.cgroups.event.Subscription;
import io.cgroups.event.SubscriptionEnd;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One subscription: whenever something may have changed it makes a reading, and tells what is new since the reading before.
 *
 * @param <R> a reading
 * @param <E> the kind of event
 */
public final class Following<R, E> implements Subscription {
    private static final Duration STEP = Duration.ofMillis(20);

    private final KernelEvents kernel;
    private final EventFeed<R> feed;
    private final BiFunction<R, R, Optional<E>> news;
    private final EventListener<? super E> listener;
    private final OpenSignals signals = new OpenSignals();

    /** Guards the feed and the reading: the first one is made by the subscriber, or by the thread that tells. */
    private final Object reading = new Object();

    private Optional<R> last = Optional.empty();

    /** What the last reading was made of. */
    private String text = "";

    /** How many looks are still to come after an event; only of the thread that tells. */
    private long looksLeft;

    private Following(
            KernelEvents kernel,
            EventFeed<R> feed,
            BiFunction<R, R, Optional<E>> news,
            EventListener<? super E> listener) {
        this.kernel = kernel;
        this.feed = feed;
        this.news = news;
        this.listener = listener;
    }

    /**
     * Begins to follow.
     *
     * @param <R> a reading
     * @param <E> the kind of event
     * @param kernel what waits
     * @param feed what is followed
     * @param news the event between an earlier reading and a later one, empty when nothing is new
     * @param listener who is told
     * @return to be closed by the caller
     * @throws CgroupException if it cannot be followed; then nothing is left, and the listener was told nothing
     */
    public static <R, E> Subscription begin(
            KernelEvents kernel,
            EventFeed<R> feed,
            BiFunction<R, R, Optional<E>> news,
            EventListener<? super E> listener) {
        Following<R, E> following = new Following<>(kernel, feed, news, listener);
        try {
            feed.sources().forEach(following::open);
        } catch (RuntimeException e) {
            // One that ended meanwhile has told so already.
            if (following.signals.close()) {
                throw e;
            }
        }
        return following;
    }

    private void open(SignalSource source) {
        Signal signal = kernel.on(source, new FeedListener(source));
        if (signals.add(signal)) {
            first(signal);
        }
    }

    /** The first reading is made when whatever changes after it will be noticed. */
    private void first(Signal signal) {
        synchronized (reading) {
            if (last.isEmpty()) {
                text = signal.read();
                last = Optional.of(feed.read(text, 0));
            }
        }
    }

    private void look(Signal signal, long told) {
        Optional<R> before;
        R now;
        Optional<CgroupNotFoundException> end = Optional.empty();
        synchronized (reading) {
            before = last;
            try {
                text = signal.read();
            } catch (CgroupNotFoundException e) {
                if (told == 0) {
                    throw e;
                }
                // What the kernel has counted is to be told all the same, before the end.
                end = Optional.of(e);
            }
            now = feed.read(text, told);
            last = Optional.of(now);
        }
        before.flatMap(earlier -> news.apply(earlier, now))
                .ifPresent(event -> Telling.tell(() -> listener.event(event)));
        end.ifPresent(e -> {
            throw e;
        });
    }

    @Override
    public boolean isActive() {
        return signals.areOpen();
    }

    @Override
    public void close() {
        signals.close();
    }

    /** What is told by one source. */
    private class FeedListener implements Signal.Listener {
        private final SignalSource source;

        FeedListener(SignalSource source) {
            this.source = source;
        }

        @Override
        public void fired(Signal signal, long times) {
            boolean isCounted = source instanceof SignalSource.Control;
            try {
                look(signal, isCounted ? times : 0);
                if (isCounted && isActive()) {
                    lookAgain();
                }
            } catch (IllegalStateException e) {
                // Somebody has closed the subscription since the signal fired.
                if (isActive()) {
                    throw e;
                }
            }
        }

        private void lookAgain() {
            boolean isLooking = looksLeft > 0;
            looksLeft = feed.aftermath().dividedBy(STEP);
            if (looksLeft > 0 && !isLooking) {
                SignalSource looks = new SignalSource.Look(source.file(), STEP);
                try {
                    signals.add(kernel.on(looks, new AftermathListener(looks)));
                } catch (CgroupException e) {
                    // No descriptor is left, or the group has just gone: what is missed the next event tells.
                    looksLeft = 0;
                }
            }
        }

        @Override
        public void ended(CgroupException why) {
            if (signals.close()) {
                Telling.tell(() -> listener.ended(new SubscriptionEnd(why)));
            }
        }
    }

    /** Some looks after an event. */
    private final class AftermathListener extends FeedListener {

        AftermathListener(SignalSource source) {
            super(source);
        }

        @Override
        public void fired(Signal signal, long times) {
            looksLeft--;
            super.fired(signal, times);
            if (looksLeft <= 0) {
                signals.remove(signal);
            }
        }
    }
}
