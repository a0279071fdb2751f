package io.cgroups.metrics;

import java.util.function.DoubleSupplier;

/** Asks for the value of one meter in one registry. Safe for use by many threads. */
final class Asking implements DoubleSupplier {
    private final GroupMeters group;
    private final int place;
    private volatile boolean wasAsked;
    private volatile long last;

    /**
     * Asks from one sample on.
     *
     * @param group whose meter it is
     * @param place of the meter
     * @param since the number of the sample that showed that there is to be a meter; older ones may not have it
     */
    Asking(GroupMeters group, int place, long since) {
        this.group = group;
        this.place = place;
        this.last = since - 1;
    }

    @Override
    public double getAsDouble() {
        wasAsked = true;
        return group.value(this, place);
    }

    boolean wasAsked() {
        return wasAsked;
    }

    /** The number of the last sample that is used up for it. */
    long last() {
        return last;
    }

    void had(long number) {
        last = number;
    }
}
