package io.cgroups.metrics;

import java.util.function.DoubleSupplier;

/** Asks for the value of one meter in one registry. Safe for use by many threads. */
final class Asking implements DoubleSupplier {
    private final GroupMeters group;
    private final int place;
    private volatile long last;

    Asking(GroupMeters group, int place) {
        this.group = group;
        this.place = place;
    }

    @Override
    public double getAsDouble() {
        return group.value(this, place);
    }

    boolean wasAsked() {
        return last > 0;
    }

    /** The number of the last sample it had, 0 for none. */
    long last() {
        return last;
    }

    void had(long number) {
        last = number;
    }
}
