package io.cgroups.examples.agent.watch;

import io.cgroups.Cgroup;
import io.cgroups.CgroupException;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks at all groups below a base once a second, in a thread of its own, and keeps ten minutes of what it saw. Groups that come are
 * found within some seconds, groups that go are dropped at once. Safe for use by many threads.
 */
public final class Watch implements AutoCloseable {
    private static final long SHORTEST_WALK_PAUSE = Duration.ofSeconds(2).toNanos();
    private static final int WALK_PAUSE_PER_TIME = 10;

    private final Cgroups cgroups;
    private final CgroupPath first;
    private final int maxGroups;
    private final InstantSource wallClock;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService thread;
    private final Map<CgroupPath, Probe> probes = new TreeMap<>(GroupWalk.TREE_ORDER);
    private final Map<CgroupPath, History> histories = new ConcurrentHashMap<>();
    private Map<CgroupPath, String> refusals = Map.of();
    private int leftOut;
    private boolean walked;
    private Optional<Future<?>> looking = Optional.empty();
    private long nextWalk;
    private volatile Snapshot snapshot = Snapshot.NONE;

    /**
     * Prepares to look; {@link #start} does.
     *
     * @param cgroups tells the base
     * @param first the group that is looked at before others, with those below it, when there are too many; it need not be there
     * @param maxGroups how many groups are looked at, at the most
     */
    public Watch(Cgroups cgroups, CgroupPath first, int maxGroups) {
        this(cgroups, first, maxGroups, InstantSource.system(), System::nanoTime);
    }

    /** The same with other clocks. */
    Watch(Cgroups cgroups, CgroupPath first, int maxGroups, InstantSource wallClock, LongSupplier nanoTime) {
        this.cgroups = cgroups;
        this.first = first;
        this.maxGroups = maxGroups;
        this.wallClock = wallClock;
        this.nanoTime = nanoTime;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread one = new Thread(task, "watch");
            one.setDaemon(true);
            return one;
        });
    }

    /**
     * Looks now and then once a second.
     *
     * @return this
     */
    public synchronized Watch start() {
        looking = Optional.of(thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS));
        return this;
    }

    /** Looks once. What goes wrong is in the snapshot: the next look may find it mended. */
    public synchronized void look() {
        long now = wallClock.millis();
        try {
            walkWhenDue();
            snapshot = new Snapshot(now, read(now), leftOut, Optional.empty());
        } catch (RuntimeException e) {
            forget();
            String problem =
                    e instanceof CgroupException refusal ? refusal.failure().message() : e.toString();
            snapshot = new Snapshot(now, List.of(), 0, Optional.of(problem));
        }
    }

    /** A walk is dear where there are many groups: it takes a tenth of the time at the most. */
    private void walkWhenDue() {
        long begin = nanoTime.getAsLong();
        if (walked && begin - nextWalk < 0) {
            return;
        }
        GroupWalk walk = new GroupWalk(cgroups.base(), first, maxGroups);
        probes.keySet().retainAll(walk.groups().keySet());
        histories.keySet().retainAll(walk.groups().keySet());
        walk.groups().forEach((path, group) -> {
            // One that has come to be in another hierarchy needs another handle.
            if (!probes.containsKey(path) || !probes.get(path).isLike(group)) {
                probes.put(path, new Probe(group, nanoTime));
            }
        });
        refusals = walk.refusals();
        leftOut = walk.leftOut();
        long end = nanoTime.getAsLong();
        nextWalk = end + Math.max(SHORTEST_WALK_PAUSE, WALK_PAUSE_PER_TIME * (end - begin));
        walked = true;
    }

    private List<GroupState> read(long now) {
        List<GroupState> states = new ArrayList<>(probes.size());
        probes.entrySet().removeIf(entry -> {
            Probe probe = entry.getValue();
            Point point = probe.read(now);
            if (probe.isGone()) {
                histories.remove(entry.getKey());
                return true;
            }
            CgroupPath path = entry.getKey();
            histories.computeIfAbsent(path, any -> new History()).add(point);
            states.add(new GroupState(path, point, probe.problem().or(() -> Optional.ofNullable(refusals.get(path)))));
            return false;
        });
        return states;
    }

    private void forget() {
        probes.clear();
        histories.clear();
        walked = false;
    }

    /**
     * What the last look saw.
     *
     * @return the groups
     */
    public Snapshot snapshot() {
        return snapshot;
    }

    /**
     * What a group did in the last ten minutes.
     *
     * @param path the group
     * @param time only what is later, in milliseconds since 1970
     * @return the oldest first; empty when there is no such group
     */
    public Optional<List<Point>> history(CgroupPath path, long time) {
        return Optional.ofNullable(histories.get(path)).map(history -> history.after(time));
    }

    /**
     * A group that was there at the last look.
     *
     * @param path its name
     * @return a handle; empty when there is no such group
     */
    public synchronized Optional<Cgroup> group(CgroupPath path) {
        return Optional.ofNullable(probes.get(path)).map(Probe::group);
    }

    @Override
    public synchronized void close() {
        looking.ifPresent(task -> task.cancel(false));
        thread.shutdown();
    }
}
