package io.cgroups.spi;

import java.time.Duration;

/**
 * The pauses between looks at something that the kernel does not tell of: 1 ms at first, each twice as long as the one
 * before, up to 50 ms. Not safe for use by several threads.
 */
public final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(50);

    private Duration next = FIRST;

    /** Begins with the shortest pause. */
    public BackOff() {}

    /**
     * The next pause.
     *
     * @param left how long it may be
     * @return the pause, shorter when less is left
     */
    public Duration next(Duration left) {
        Duration pause = next;
        next = shorter(pause.multipliedBy(2), LONGEST);
        return shorter(pause, left);
    }

    /** Begins anew, after something has moved. */
    public void reset() {
        next = FIRST;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
