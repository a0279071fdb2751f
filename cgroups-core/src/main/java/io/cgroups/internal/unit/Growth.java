package io.cgroups.internal.unit;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much counters that begin together grew between two snapshots.
 *
 * <p>When one of them went back, all of them have begun anew since the first snapshot: what they show is what they grew by.
 *
 * @param restarted whether they have begun anew
 */
public record Growth(boolean restarted) {

    /**
     * The growth of a number.
     *
     * @param before what it was
     * @param now what it is
     * @return the growth, 0 or more
     */
    public long of(long before, long now) {
        return restarted ? now : now - before;
    }

    /**
     * The growth of a number that may not be reported.
     *
     * @param before what it was
     * @param now what it is
     * @return the growth, 0 or more; empty when one of the snapshots does not have it
     */
    public OptionalLong of(OptionalLong before, OptionalLong now) {
        return before.isPresent() && now.isPresent()
                ? OptionalLong.of(of(before.getAsLong(), now.getAsLong()))
                : OptionalLong.empty();
    }

    /**
     * The growth of a time.
     *
     * @param before what it was
     * @param now what it is
     * @return the growth, zero or more
     */
    public Duration of(Duration before, Duration now) {
        return restarted ? now : now.minus(before);
    }

    /**
     * The growth of a time that may not be reported.
     *
     * @param before what it was
     * @param now what it is
     * @return the growth, zero or more; empty when one of the snapshots does not have it
     */
    public Optional<Duration> of(Optional<Duration> before, Optional<Duration> now) {
        return before.flatMap(first -> now.map(second -> of(first, second)));
    }

    /**
     * Whether a number went back.
     *
     * @param before what it was
     * @param now what it is
     * @return true when it is smaller, false also when one of the snapshots does not have it
     */
    public static boolean wentBack(OptionalLong before, OptionalLong now) {
        return before.isPresent() && now.isPresent() && now.getAsLong() < before.getAsLong();
    }

    /**
     * Whether a time went back.
     *
     * @param before what it was
     * @param now what it is
     * @return true when it is smaller, false also when one of the snapshots does not have it
     */
    public static boolean wentBack(Optional<Duration> before, Optional<Duration> now) {
        return before.isPresent() && now.isPresent() && now.get().compareTo(before.get()) < 0;
    }
}
