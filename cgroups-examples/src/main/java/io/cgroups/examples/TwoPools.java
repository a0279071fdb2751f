package io.cgroups.examples;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** The example itself: a pool that may use a share of one CPU, beside one that may use all it gets. */
final class TwoPools {
    private static final int SECONDS = 5;

    private final Cgroups cgroups;
    private final PrintStream out;
    private final PoolDisplay display;
    private final List<BusyPool> pools = new ArrayList<>();
    private boolean ended;

    TwoPools(Cgroups cgroups, PrintStream out, boolean live) {
        this.cgroups = cgroups;
        this.out = out;
        this.display = new PoolDisplay(out, live);
    }

    void run() {
        // For ctrl-C: no group stays behind, whenever it comes.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "clean-up"));
        try {
            BusyPool batch = open("batch", 2);
            BusyPool serving = open("serving", 1);
            batch.group().cpuQuota(20_000);
            batch.burn(2);
            serving.burn(1);
            String first = measure(batch, serving);
            batch.group().cpuQuota(50_000);
            String second = measure(batch, serving);
            close();
            out.println("measured: " + first + "; " + second);
        } catch (CgroupNotFoundException e) {
            if (!interrupted()) {
                throw e;
            }
        } finally {
            close();
        }
    }

    /** Not while the hook cleans up: it would miss a group that comes later. */
    private synchronized BusyPool open(String name, int threads) {
        if (ended) {
            throw new IllegalStateException("the program ends already");
        }
        BusyPool pool = BusyPool.make(cgroups, name, threads);
        pools.add(pool);
        out.println(
                "group " + name + " is " + pool.group().files(Controller.CPU).directory());
        return pool;
    }

    private String measure(BusyPool batch, BusyPool serving) {
        // The period in which the quota was changed belongs to neither phase.
        LockSupport.parkNanos(200_000_000);
        pools.forEach(BusyPool::look);
        Sample slow = batch.sample();
        Sample fast = serving.sample();
        int looks = SECONDS * display.looksPerSecond();
        for (int look = 1; look <= looks; look++) {
            sleepUntil(slow.nanos() + look * (1_000_000_000L / display.looksPerSecond()));
            display.show(pools);
        }
        Sample slowThen = batch.sample();
        Sample fastThen = serving.sample();
        return String.format(
                Locale.ROOT,
                "batch %.1f %% of one CPU with quota %s, throttled %d of %d periods, beside serving %.1f %%, throttled %d",
                slow.share(slowThen) * 100,
                batch.group().cpu().bandwidth(),
                slow.throttled(slowThen),
                slow.periods(slowThen),
                fast.share(fastThen) * 100,
                fast.throttled(fastThen));
    }

    private static void sleepUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Whoever comes second waits here until the first is done, so that the JVM does not end half-way. */
    private synchronized void close() {
        if (!ended) {
            ended = true;
            pools.forEach(BusyPool::close);
            out.flush();
        }
    }

    /** Whether the hook has removed the groups under this program's feet. */
    private synchronized boolean interrupted() {
        return ended;
    }
}
