package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The meters of one group in all registries: they come and go with what the kernel reports, and go with the group. Safe for use
 * by many threads.
 */
final class GroupMeters {
    private final Samples samples;
    private final Tags tags;
    private final Rounds rounds;
    private final Runnable atEnd;
    private final List<RegistryMeters> registries = new ArrayList<>();

    /**
     * Held while meters come and go. Whoever asks for a value may hold a lock of the registry, and so does not wait for this
     * one.
     */
    private final ReentrantLock changing = new ReentrantLock();

    private BitSet present = new BitSet();
    private volatile long seen;
    private volatile boolean isOver;

    /**
     * Measures a group.
     *
     * @param rounds of the registries
     * @param atEnd run once when the group is gone or this is closed; must not wait
     */
    GroupMeters(Cgroup group, Names names, Tags callers, Rounds rounds, Runnable atEnd) {
        this.rounds = rounds;
        this.atEnd = atEnd;
        View view = View.of(group);
        this.samples = new Samples(view, names);
        this.tags = Ours.fresh(names.tags(view.group().path(), callers));
    }

    void bind(MeterRegistry registry) {
        changing.lock();
        try {
            if (isOver || registries.stream().anyMatch(known -> known.isFor(registry))) {
                return;
            }
            Optional<Sample> sample = samples.newest();
            if (sample.isEmpty()) {
                end();
                return;
            }
            registries.removeIf(RegistryMeters::isDropped);
            registries.add(new RegistryMeters(registry, this, rounds.of(registry)));
            keep(sample.get());
        } finally {
            changing.unlock();
        }
    }

    Metric metric(int place) {
        return samples.metric(place);
    }

    /** The value of a meter; not a number when the group is gone. */
    double value(Asking asking, int place) {
        Optional<Sample> sample = samples.next(asking);
        boolean isNews = sample.isEmpty() ? !isOver : sample.get().number() > seen;
        if (isNews && !changing.isHeldByCurrentThread() && changing.tryLock()) {
            try {
                if (sample.isEmpty()) {
                    end();
                } else {
                    change(sample.get());
                }
            } finally {
                changing.unlock();
            }
        }
        return sample.isPresent() ? sample.get().value(place) : Values.ABSENT;
    }

    private void change(Sample sample) {
        if (sample.number() > seen && !sample.present().equals(present)) {
            keep(sample);
        }
        seen = Math.max(seen, sample.number());
    }

    private void keep(Sample sample) {
        present = sample.present();
        seen = sample.number();
        registries.forEach(registry -> registry.keep(present, seen, tags));
    }

    boolean isOver() {
        return isOver;
    }

    void close() {
        changing.lock();
        try {
            end();
        } finally {
            changing.unlock();
        }
    }

    private void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        atEnd.run();
        samples.close();
        registries.forEach(RegistryMeters::removeAll);
        registries.clear();
    }
}
