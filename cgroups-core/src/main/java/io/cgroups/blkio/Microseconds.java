package io.cgroups.blkio;

import io.cgroups.InvalidValueException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The kernel's unit of latencies. */
final class Microseconds {
    private static final long NANOS = 1000;

    private Microseconds() {}

    static Duration of(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /** Refuses a time that is out of range, or that the kernel could not keep. */
    static void check(String setting, Duration time, Duration min, Duration max) {
        if (time.compareTo(min) < 0 || time.compareTo(max) > 0) {
            throw new InvalidValueException(setting, time, "the range is " + min + " to " + max);
        }
        if (time.toNanos() % NANOS != 0) {
            throw new InvalidValueException(setting, time, "the kernel counts in whole microseconds");
        }
    }
}
