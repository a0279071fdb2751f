package io.cgroups.metrics;

/**
 * One round through the meters of a registry, as a scrape is: it goes on while meters are asked one after the other, and none
 * twice. Safe for use by many threads.
 */
final class Round {
    private static final long PAUSE = 1_000_000_000L;

    /** Some are asked all the time. */
    private static final long LONGEST = 60_000_000_000L;

    private long number;
    private long began;
    private long last;

    /**
     * A meter is asked: in this round, or in a new one.
     *
     * @param meter which one
     * @param now the time in nanoseconds
     * @return when the round began
     */
    synchronized long of(Asking meter, long now) {
        if (number == 0 || now - last > PAUSE || now - began > LONGEST || meter.round() == number) {
            number++;
            began = now;
        }
        meter.isIn(number);
        last = now;
        return began;
    }

    /** What took long was reading a group, and no pause. */
    synchronized void goesOn(long now) {
        last = now;
    }
}
