package io.cgroups.internal.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a file of pressure says that a trigger fires, for whoever may not have the kernel do it: as soon as so much was lost
 * within the window that ends now. The kernel estimates what was lost before its window began, and so can be later. All times
 * are in microseconds. Not safe for use by several threads.
 */
public final class StallWindow implements Predicate<String> {
    private static final Pattern TRIGGER = Pattern.compile("(some|full) (\\d{1,9}) (\\d{1,9})");
    private static final long MIN_WINDOW = 500_000;
    private static final long MAX_WINDOW = 10_000_000;
    private static final String TOTAL = "total=";

    /** How much had been lost at what time. */
    private record Reading(long time, long total) {}

    private final LongSupplier clock;
    private final String line;
    private final long stall;
    private final long window;

    /** Those of the window, and the last one before it; of a time in which nothing was lost the first and the last. */
    private final Deque<Reading> readings = new ArrayDeque<>();

    private long quietUntil;

    private StallWindow(LongSupplier clock, Matcher trigger, String text) {
        this.clock = clock;
        this.line = trigger.group(1) + " ";
        this.stall = Long.parseLong(trigger.group(2));
        this.window = Long.parseLong(trigger.group(3));
        this.quietUntil = clock.getAsLong();
        readings.add(new Reading(quietUntil, total(text)));
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

    private long total(String text) {
        return text.lines()
                .filter(each -> each.startsWith(line))
                .mapToLong(each -> Long.parseLong(each.substring(each.indexOf(TOTAL) + TOTAL.length())))
                .sum();
    }

    /** Takes what the file says now; true at most once in a window. Between two readings it counts as lost evenly. */
    @Override
    public boolean test(String text) {
        Reading now = new Reading(clock.getAsLong(), total(text));
        add(now);
        boolean fires = now.time() - quietUntil >= 0 && now.total() - totalAt(now.time() - window) >= stall;
        if (fires) {
            quietUntil = now.time() + window;
        }
        return fires;
    }

    private void add(Reading now) {
        Reading last = readings.removeLast();
        Reading before = readings.peekLast();
        boolean isBetween = before != null && before.total() == last.total() && last.total() == now.total();
        if (!isBetween) {
            readings.addLast(last);
        }
        readings.addLast(now);
    }

    /** What had been lost when the window began; forgets what was before. */
    private double totalAt(long time) {
        Reading first = readings.removeFirst();
        while (readings.size() > 1 && readings.getFirst().time() - time <= 0) {
            first = readings.removeFirst();
        }
        readings.addFirst(first);
        if (first.time() - time >= 0) {
            return first.total();
        }
        Reading next = readings.stream().skip(1).findFirst().orElse(first);
        double part = (double) (time - first.time()) / Math.max(1, next.time() - first.time());
        return first.total() + (next.total() - first.total()) * part;
    }
}
