package io.cgroups.metrics;

import io.cgroups.unit.DeviceNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Samples of a group, shared by all its meters: a scrape, which asks each meter once, reads the group once.
 *
 * <p>A sample is used up for a meter that it has given its value, and for all in rounds that begin more than a second after it
 * was taken. A meter gets the oldest sample that is left for it, or a new one: also where a round takes long, as it asks all
 * groups for one meter before it asks them for the next. So no meter ever gets the same reading twice, whatever the order in which meters are asked
 * and however many registries ask theirs; and two scrapes of one registry at once take a sample each. Safe for use by many
 * threads.
 */
final class Samples {
    private static final long LONGEST = 1_000_000_000L;
    private static final int MOST = 8;

    private final View view;
    private final Look look;
    private final Names names;
    private final LongSupplier clock;
    private final List<Metric> metrics;
    private final Set<DeviceNumber> disks = new HashSet<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private boolean isOver;

    Samples(View view, Names names) {
        this.view = view;
        this.look = new Look(view.group());
        this.names = names;
        this.clock = view.clock();
        this.metrics = new ArrayList<>(names.metrics());
    }

    /** The sample that is next for a meter, taken now if need be; empty when the group is gone, or this is closed. */
    synchronized Optional<Sample> next(Asking meter) {
        if (isOver) {
            return Optional.empty();
        }
        long now = clock.getAsLong();
        Optional<Sample> left = left(meter.last(), meter.roundAt(now));
        Optional<Sample> next = left.isPresent() ? left : take(now);
        if (left.isEmpty()) {
            meter.hasWaited(clock.getAsLong());
        }
        next.ifPresent(sample -> meter.had(sample.number()));
        return next;
    }

    /** A sample that is not old, to see which meters there are. */
    synchronized Optional<Sample> newest() {
        if (isOver) {
            return Optional.empty();
        }
        long now = clock.getAsLong();
        Sample newest = samples.peekLast();
        return newest != null && now - newest.nanoTime() <= LONGEST ? Optional.of(newest) : take(now);
    }

    /** The oldest after another that was not old when the round began. */
    private Optional<Sample> left(long number, long roundAt) {
        for (Sample sample : samples) {
            if (sample.number() > number && roundAt - sample.nanoTime() <= LONGEST) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    private Optional<Sample> take(long now) {
        view.next();
        look.next(now);
        look.disks().keySet().stream().filter(disks::add).forEach(this::add);
        double[] values = new double[metrics.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = metrics.get(place).reading().applyAsDouble(look);
        }
        if (look.hasMissed() && !view.isThere()) {
            close();
            return Optional.empty();
        }
        Sample sample = new Sample(look.number(), now, values);
        samples.addLast(sample);
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
        return Optional.of(sample);
    }

    private void add(DeviceNumber disk) {
        metrics.addAll(names.disk(disk, view.nameOf(disk)));
    }

    /** The meter at a place; what is at a place stays there. */
    synchronized Metric metric(int place) {
        return metrics.get(place);
    }

    /** Lets go of open files. */
    synchronized void close() {
        isOver = true;
        samples.clear();
        view.close();
    }
}
