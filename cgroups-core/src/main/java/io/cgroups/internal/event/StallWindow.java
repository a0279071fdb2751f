package io.cgroups.internal.event;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a file of pressure says that a trigger fires, with the arithmetic of the kernel: for whoever may not have the kernel
 * do it. All times are in microseconds. Not safe for use by several threads.
 */
public final class StallWindow implements Predicate<String> {
    private static final Pattern TRIGGER = Pattern.compile("(some|full) (\\d{1,9}) (\\d{1,9})");
    private static final long MIN_WINDOW = 500_000;
    private static final long MAX_WINDOW = 10_000_000;
    private static final String TOTAL = "total=";

    private final LongSupplier clock;
    private final String line;
    private final long stall;
    private final long window;
    private long began;
    private long lost;
    private double before;
    private long quietUntil;

    private StallWindow(LongSupplier clock, Matcher trigger, String text) {
        this.clock = clock;
        this.line = trigger.group(1) + " ";
        this.stall = Long.parseLong(trigger.group(2));
        this.window = Long.parseLong(trigger.group(3));
        this.quietUntil = clock.getAsLong();
        begin(quietUntil, total(text), 0);
    }

    /**
     * Begins a window.
     *
     * @param trigger as it is written for the kernel, for example {@code some 150000 1000000}
     * @param clock what time it is
     * @param text what the file says now
     * @return the window, empty when no kernel would take the trigger
     */
    public static Optional<StallWindow> begin(String trigger, LongSupplier clock, String text) {
        Matcher matcher = TRIGGER.matcher(trigger.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        StallWindow window = new StallWindow(clock, matcher, text);
        boolean isTaken = window.window >= MIN_WINDOW
                && window.window <= MAX_WINDOW
                && window.stall > 0
                && window.stall <= window.window;
        return isTaken ? Optional.of(window) : Optional.empty();
    }

    private void begin(long now, long total, double lostBefore) {
        began = now;
        lost = total;
        before = lostBefore;
    }

    private long total(String text) {
        return text.lines()
                .filter(each -> each.startsWith(line))
                .mapToLong(each -> Long.parseLong(each.substring(each.indexOf(TOTAL) + TOTAL.length())))
                .sum();
    }

    /** Takes what the file says now; true at most once in a window. Of a time longer than a window the average counts. */
    @Override
    public boolean test(String text) {
        long now = clock.getAsLong();
        long total = total(text);
        long passed = now - began;
        double grown = (total - lost) * Math.min(1.0, (double) window / Math.max(1, passed));
        double slid = grown + before * Math.max(0, window - passed) / window;
        boolean fires = now - quietUntil >= 0 && slid >= stall;
        if (fires) {
            quietUntil = now + window;
            begin(now, total, 0);
        } else if (passed > window) {
            begin(now, total, grown);
        }
        return fires;
    }
}
