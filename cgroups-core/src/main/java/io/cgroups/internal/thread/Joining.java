package io.cgroups.internal.thread;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** How joining a group went: the thread that joins tells it to the one that waits, if there is one. */
final class Joining {
    private final Runnable join;
    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile @Nullable Throwable refusal;
    private volatile boolean awaited;

    Joining(Runnable join) {
        this.join = join;
    }

    /**
     * Joins, in the thread that is to be moved.
     *
     * @return false when it was refused and {@link #await} says so
     */
    boolean join() {
        try {
            join.run();
            return true;
        } catch (RuntimeException | Error e) {
            refusal = e;
            if (!awaited) {
                throw e;
            }
            return false;
        } finally {
            tried.countDown();
        }
    }

    /** Says that somebody will wait; must come before the thread runs. */
    void announceWaiting() {
        awaited = true;
    }

    /** Waits until the thread has joined, and throws what kept it from that. An interrupt is not lost. */
    void await() {
        Uninterruptibles.awaitUninterruptibly(tried);
        Throwable thrown = refusal;
        if (thrown == null) {
            return;
        }
        // Where the thread was wanted says more than the first lines of a thread that did nothing else.
        thrown.fillInStackTrace();
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
