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
     * Waits until something holds, asking at first after 1 ms and then in growing steps of up to 50 ms.
     *
     * @param done what is waited for
     * @param limit how long at the most
     * @return false when the limit passed and it still did not hold
     */
    default boolean await(BooleanSupplier done, Duration limit) {
        long start = nanoTime();
        long stepNanos = Duration.ofMillis(1).toNanos();
        while (!done.getAsBoolean()) {
            long left = saturatedNanos(limit) - (nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            sleep(Duration.ofNanos(Math.min(left, stepNanos)));
            stepNanos = Math.min(stepNanos * 2, Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private static long saturatedNanos(Duration time) {
        return time.toSeconds() >= Long.MAX_VALUE / 1_000_000_000L ? Long.MAX_VALUE : time.toNanos();
    }
}
