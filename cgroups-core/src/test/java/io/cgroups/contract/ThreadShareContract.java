package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.cpu.CpuStats;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two pools in one JVM want all they can get: a quota holds one of them back, and only that one. */
public abstract class ThreadShareContract {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int TRIES = 3;
    private static final double QUOTA = 20;
    private static final double POINTS = 2;
    private static final double FULLY = 98;

    private final TestHost host;
    private Cgroup batch;
    private Cgroup serving;
    private volatile boolean stopped;

    protected ThreadShareContract(TestHost host) {
        this.host = host;
    }

    /**
     * What was measured, in percent of a window.
     *
     * @param batch CPU time of the pool with a quota, of one CPU
     * @param serving CPU time of the thread without one
     * @param ready how long that thread ran or was ready to; what is missing to 100 is time for which it was kept asleep
     */
    private record Shares(double batch, double serving, double ready) {
        boolean holds() {
            return Math.abs(batch - QUOTA) <= POINTS && ready >= FULLY;
        }
    }

    /** A counter of time, and when it was read. */
    private record Reading(Duration counter, long nanos) {
        static Reading of(Supplier<Duration> counter) {
            Duration read = counter.get();
            return new Reading(read, System.nanoTime());
        }

        double percentUntil(Reading later) {
            return 100.0 * later.counter.minus(counter).toNanos() / (later.nanos - nanos);
        }
    }

    @BeforeEach
    void makeGroups() {
        host.assumeHas(Controller.CPU);
        // Many shares, so that other programs on a busy machine leave each what it may have.
        batch = host.cgroups().threadGroup(host.newName()).cpuShares(10_240).cpuQuota(20_000);
        serving = host.cgroups().threadGroup(host.newName()).cpuShares(10_240);
    }

    @AfterEach
    void cleanUp() {
        batch.delete();
        serving.delete();
        host.cleanUp();
    }

    @Test
    void thePoolWithAQuotaIsHeldToItAndTheThreadsBesideItNeverAre() throws Exception {
        ExecutorService slow = batch.newFixedThreadPool(2, "batch");
        ExecutorService fast = serving.newFixedThreadPool(1, "serving");
        try {
            slow.execute(this::burn);
            slow.execute(this::burn);
            long tid = fast.submit(OwnThreads::tid).get();
            fast.execute(this::burn);
            host.pass(Duration.ofMillis(500));
            Shares shares = measure(tid);
            for (int attempt = 1; attempt < TRIES && !shares.holds(); attempt++) {
                shares = measure(tid);
            }
            assertThat(shares.batch()).isCloseTo(QUOTA, within(POINTS));
            assertThat(shares.ready()).isGreaterThanOrEqualTo(FULLY);
            assertThat(batch.cpu().stats().throttledPeriods()).isPositive();
            // The kernel's own word that no quota, also none further up, has ever held these threads back.
            assertThat(serving.cpu().stats().throttledPeriods()).isZero();
            assertThat(serving.cpu().stats().throttledTime()).isZero();
        } finally {
            stopped = true;
            stop(slow);
            stop(fast);
        }
    }

    private void burn() {
        while (!stopped) {
            Thread.onSpinWait();
        }
    }

    private static void stop(ExecutorService pool) throws InterruptedException {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private Shares measure(long tid) {
        Reading ready = Reading.of(() -> OwnThreads.runnable(tid));
        Reading fast = Reading.of(() -> serving.cpu().stats().usage());
        CpuStats slow = batch.cpu().stats();
        Reading used = Reading.of(() -> batch.cpu().stats().usage());
        host.pass(WINDOW);
        CpuStats slowThen = batch.cpu().stats();
        Shares shares = new Shares(
                used.percentUntil(Reading.of(() -> batch.cpu().stats().usage())),
                fast.percentUntil(Reading.of(() -> serving.cpu().stats().usage())),
                ready.percentUntil(Reading.of(() -> OwnThreads.runnable(tid))));
        System.out.printf(
                Locale.ROOT,
                "pool with a quota of %.0f %%: %.1f %% of one CPU, throttled %d of %d periods; thread beside it: %.1f %% of"
                        + " one CPU, %.1f %% running or ready to, throttled %d periods%n",
                QUOTA,
                shares.batch(),
                slowThen.throttledPeriods() - slow.throttledPeriods(),
                slowThen.periods() - slow.periods(),
                shares.serving(),
                shares.ready(),
                serving.cpu().stats().throttledPeriods());
        return shares;
    }
}
