package io.cgroups.spi;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Time as seen by whoever waits for the kernel; a test replaces it. Safe for use by many threads. */
public interface KernelClock {

    /**
     * A number of nanoseconds that only grows, as {@link System#nanoTime()}.
     *
     * @return the number
     */
    long nanoTime();

    /**
     * Waits. An interrupt does not shorten the wait and is kept for the caller.
     *
     * @param time how long
     */
    void sleep(Duration time);

    /**
     * Waits, and ends early when the calling thread is interrupted.
     *
     * @param time how long
     * @throws InterruptedException if the thread is interrupted, or was before; its status is cleared then
     */
    default void pause(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleep(time);
    }

    /**
     * Waits until something holds, asking at first after 1 ms and then in growing steps of up to 50 ms.
     *
     * @param done what is waited for
     * @param limit how long at the most
     * @return false when the limit passed and it still did not hold
     */
    default boolean await(BooleanSupplier done, Duration limit) {
        return Deadline.in(this, limit).await(done);
    }
}
