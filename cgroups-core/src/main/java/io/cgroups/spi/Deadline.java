package io.cgroups.spi;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * When a call gives up waiting: one for the whole call, however many things it waits for one after the other. Immutable,
 * safe for use by many threads.
 */
public final class Deadline {
    /** Whoever waits longer waits for ever; added to a clock it does not overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final KernelClock clock;
    private final Duration limit;
    private final long end;

    private Deadline(KernelClock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
        this.end = clock.nanoTime() + shorter(limit, LONGEST).toNanos();
    }

    /**
     * A deadline that is counted from now.
     *
     * @param clock what it is measured by
     * @param limit how far away it is; zero or less for one that has passed, so that everything is looked at once
     * @return the deadline
     */
    public static Deadline in(KernelClock clock, Duration limit) {
        return new Deadline(clock, limit.isNegative() ? Duration.ZERO : limit);
    }

    /**
     * How far away it was when it was made.
     *
     * @return the time limit, zero or more
     */
    public Duration limit() {
        return limit;
    }

    /**
     * How far away it is now.
     *
     * @return the time that is left, zero when it has passed
     */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - clock.nanoTime()));
    }

    /**
     * Whether nobody waits any more.
     *
     * @return true when it has passed
     */
    public boolean hasPassed() {
        return end - clock.nanoTime() <= 0;
    }

    /**
     * A deadline for a part of the work: this one, or a nearer one.
     *
     * @param limit how far away it is at the most
     * @return the deadline
     */
    public Deadline within(Duration limit) {
        return in(clock, shorter(limit, left()));
    }

    /**
     * Waits until something holds, looking again and again; see {@link BackOff}. An interrupt does not shorten the wait and is
     * kept.
     *
     * @param done what is waited for
     * @return false when the deadline passed and it still did not hold
     */
    public boolean await(BooleanSupplier done) {
        BackOff pauses = new BackOff();
        while (!done.getAsBoolean()) {
            if (hasPassed()) {
                return false;
            }
            clock.sleep(pauses.next(left()));
        }
        return true;
    }

    /**
     * Waits until a file tells that something holds, looking when the kernel says that there may be something new. An
     * interrupt does not shorten the wait and is kept.
     *
     * @param watch the file
     * @param done judges its text
     * @return false when the deadline passed and it still did not hold
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public boolean await(KernelWatch watch, Predicate<String> done) {
        return await(() -> done.test(watch.read()), watch::awaitChange);
    }

    /** Waits for a change, or for some time. */
    interface Pause {
        boolean of(Duration left) throws InterruptedException;
    }

    /** Waits, and is not interrupted by what interrupts the pauses. */
    boolean await(BooleanSupplier done, Pause pause) {
        boolean interrupted = false;
        try {
            while (!done.getAsBoolean()) {
                if (hasPassed()) {
                    return false;
                }
                try {
                    pause.of(left());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
