package io.cgroups.metrics;

import java.util.BitSet;

/** The values of all meters of a group at one moment. Immutable. */
final class Sample {
    private final long number;
    private final long nanoTime;
    private final double[] values;

    /**
     * Keeps the values.
     *
     * @param number grows from sample to sample
     * @param nanoTime when it was taken
     * @param values by the place of the meter, not a number where the kernel does not report it; nobody changes them any more
     */
    Sample(long number, long nanoTime, double[] values) {
        this.number = number;
        this.nanoTime = nanoTime;
        this.values = values;
    }

    long number() {
        return number;
    }

    long nanoTime() {
        return nanoTime;
    }

    double value(int place) {
        return place < values.length ? values[place] : Values.ABSENT;
    }

    /** The places of those that the kernel reports. */
    BitSet present() {
        BitSet present = new BitSet(values.length);
        for (int place = 0; place < values.length; place++) {
            present.set(place, !Double.isNaN(values[place]));
        }
        return present;
    }
}
