package io.cgroups.internal.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When to look at what. Everything of one interval is looked at together, at multiples of it, so that the thread wakes up as
 * often for a thousand as for one.
 *
 * @param <T> what is looked at
 */
final class Rounds<T> {
    /** Whoever waits longer waits for ever; added to a clock it does not overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Map<Duration, Round<T>> rounds = new TreeMap<>();

    private static final class Round<T> {
        private final long interval;
        private final Set<T> members = new LinkedHashSet<>();
        private long next;

        Round(Duration interval, long now) {
            this.interval = (interval.compareTo(LONGEST) < 0 ? interval : LONGEST).toNanos();
            schedule(now);
        }

        void schedule(long now) {
            next = now - Math.floorMod(now, interval) + interval;
        }
    }

    /** Adds something; returns whether the thread may have to get up earlier than it thought. */
    boolean add(T member, Duration interval, long now) {
        boolean isNew = !rounds.containsKey(interval);
        rounds.computeIfAbsent(interval, each -> new Round<>(each, now)).members.add(member);
        return isNew;
    }

    void remove(T member, Duration interval) {
        rounds.computeIfPresent(interval, (each, round) -> {
            round.members.remove(member);
            return round.members.isEmpty() ? null : round;
        });
    }

    /** What is to be looked at now; those whose turn was missed more than once are looked at once. */
    List<T> due(long now) {
        List<T> due = new ArrayList<>();
        for (Round<T> round : rounds.values()) {
            if (round.next - now <= 0) {
                due.addAll(round.members);
                round.schedule(now);
            }
        }
        return due;
    }

    /** How long until something is due. */
    Duration left(long now) {
        long left = LONGEST.toNanos();
        for (Round<T> round : rounds.values()) {
            left = Math.min(left, round.next - now);
        }
        return Duration.ofNanos(Math.max(0, left));
    }
}
