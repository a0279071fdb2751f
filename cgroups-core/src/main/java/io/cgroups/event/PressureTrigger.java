package io.cgroups.event;

import io.cgroups.InvalidValueException;
import java.time.Duration;
import java.util.Objects;

/**
 * How much time must be lost to waiting, within how long, for an event. Checked before the kernel is asked. Immutable.
 *
 * <p>The kernel looks ten times in each window, so it tells up to a tenth of the window late, and at most once in each. To a
 * program without {@code CAP_SYS_RESOURCE} it tells nothing, or late; there this library looks itself, fifty times a second, and
 * tells as soon as so much was lost within the time of a window.
 *
 * @param resource what is waited for
 * @param share whose waiting counts
 * @param stall the time that is lost, 1 microsecond to the whole window; parts of a microsecond do not count
 * @param window the time in which it is lost, 500 ms to 10 s; parts of a microsecond do not count
 */
public record PressureTrigger(PressureResource resource, Share share, Duration stall, Duration window) {
    private static final Duration MIN_WINDOW = Duration.ofMillis(500);
    private static final Duration MAX_WINDOW = Duration.ofSeconds(10);
    private static final Duration MIN_STALL = Duration.ofNanos(1000);

    /** Whose waiting counts. */
    public enum Share {
        /** Time in which at least one member waited, whatever the others did. */
        SOME,
        /** Time in which all members that had anything to do waited; for the CPU since Linux 5.13. */
        FULL
    }

    /**
     * Checks the times.
     *
     * @param resource see the record
     * @param share see the record
     * @param stall see the record
     * @param window see the record
     * @throws InvalidValueException if a time is out of range
     * @throws NullPointerException if a part is null
     */
    public PressureTrigger {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(share, "share");
        if (window.compareTo(MIN_WINDOW) < 0 || window.compareTo(MAX_WINDOW) > 0) {
            throw new InvalidValueException("window of a pressure trigger", window, "the range is 500 ms to 10 s");
        }
        if (stall.compareTo(MIN_STALL) < 0 || stall.compareTo(window) > 0) {
            throw new InvalidValueException(
                    "stall of a pressure trigger", stall, "the range is 1 microsecond to the window, " + window);
        }
    }

    /**
     * Time in which at least one member waited.
     *
     * @param resource what it waited for
     * @param stall how much, 1 microsecond to the whole window
     * @param window within how long, 500 ms to 10 s
     * @return the trigger
     * @throws InvalidValueException if a time is out of range
     */
    public static PressureTrigger some(PressureResource resource, Duration stall, Duration window) {
        return new PressureTrigger(resource, Share.SOME, stall, window);
    }

    /**
     * Time in which all members waited that had anything to do.
     *
     * @param resource what they waited for
     * @param stall how much, 1 microsecond to the whole window
     * @param window within how long, 500 ms to 10 s
     * @return the trigger
     * @throws InvalidValueException if a time is out of range
     */
    public static PressureTrigger full(PressureResource resource, Duration stall, Duration window) {
        return new PressureTrigger(resource, Share.FULL, stall, window);
    }
}
