package io.cgroups.metrics;

import java.util.function.DoubleSupplier;

/** Asks for the value of one meter in one registry. Safe for use by many threads. */
final class Asking implements DoubleSupplier {
    private final GroupMeters group;
    private final int place;
    private final Round round;
    private volatile boolean wasAsked;
    private volatile long last;
    private long inRound;
    private volatile boolean isToBeginAtZero;
    private volatile double zero;

    /**
     * Asks from one sample on.
     *
     * @param group whose meter it is
     * @param place of the meter
     * @param round of the registry
     * @param since the number of the sample that showed that there is to be a meter; older ones may not have it
     */
    Asking(GroupMeters group, int place, Round round, long since) {
        this.group = group;
        this.place = place;
        this.round = round;
        this.last = since - 1;
    }

    @Override
    public double getAsDouble() {
        wasAsked = true;
        double value = group.value(this, place);
        if (isToBeginAtZero && !Double.isNaN(value)) {
            zero = value;
            isToBeginAtZero = false;
        }
        return value - zero;
    }

    /** What was counted before the meter is first asked does not count. */
    void beginAtZero() {
        isToBeginAtZero = true;
    }

    boolean wasAsked() {
        return wasAsked;
    }

    /** When the round began that it is asked in. */
    long roundAt(long now) {
        return round.of(this, now);
    }

    /** Reading the group took until now. */
    void hasWaited(long now) {
        round.goesOn(now);
    }

    /** The last round in which it was asked; both are called by the round alone. */
    long round() {
        return inRound;
    }

    void isIn(long number) {
        inRound = number;
    }

    /** The number of the last sample that is used up for it. */
    long last() {
        return last;
    }

    void had(long number) {
        last = number;
    }
}
