package io.cgroups.testkit;

import java.time.Duration;
import java.util.Locale;

/** One line of a pressure file: running averages, and the sum, of the time that was lost. */
final class V2Stall {
    private static final int[] SECONDS = {10, 60, 300};

    private final String name;
    private final double[] percents = new double[SECONDS.length];
    private double micros;

    V2Stall(String name) {
        this.name = name;
    }

    /** Lets time pass of which this part is lost. */
    void advance(double part, Duration time) {
        micros += part * time.toNanos() / 1000;
        for (int i = 0; i < SECONDS.length; i++) {
            double forgotten = 1 - Math.exp(-time.toNanos() / 1e9 / SECONDS[i]);
            percents[i] += (100 * part - percents[i]) * forgotten;
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s avg10=%.2f avg60=%.2f avg300=%.2f total=%d",
                name,
                percents[0],
                percents[1],
                percents[2],
                (long) micros);
    }
}
