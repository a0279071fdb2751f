package io.cgroups.examples;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** A pool in a group of its own whose tasks use as much CPU as they get. */
final class BusyPool {
    private static final int SHARES = 10_240;

    private final String name;
    private final Cgroup group;
    private final ExecutorService pool;
    private volatile boolean stopped;
    private Sample last;

    private BusyPool(String name, Cgroup group, ExecutorService pool) {
        this.name = name;
        this.group = group;
        this.pool = pool;
        this.last = sample();
    }

    /** Makes the group and the pool; its threads begin when they are given work. */
    static BusyPool make(Cgroups cgroups, String name, int threads) {
        // Many shares, so that other programs on a busy machine leave this one what it may have.
        Cgroup group = cgroups.threadGroup(name + "-" + ProcessHandle.current().pid());
        return new BusyPool(name, group.cpuShares(SHARES), group.newFixedThreadPool(threads, name));
    }

    String name() {
        return name;
    }

    Cgroup group() {
        return group;
    }

    void burn(int tasks) {
        for (int task = 0; task < tasks; task++) {
            pool.execute(() -> {
                while (!stopped) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    Sample sample() {
        return Sample.of(group, System::nanoTime);
    }

    /** The share of one CPU since the last look. */
    double look() {
        Sample now = sample();
        double share = last.share(now);
        last = now;
        return share;
    }

    /** Ends the threads and removes the group. */
    void close() {
        stopped = true;
        pool.shutdownNow();
        try {
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        group.delete();
    }
}
