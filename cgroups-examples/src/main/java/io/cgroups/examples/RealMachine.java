package io.cgroups.examples;

import io.cgroups.Cgroups;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The machine this JVM runs on, kept busy by one thread per CPU. */
final class RealMachine implements Machine {
    private volatile boolean burning;

    @Override
    public Cgroups cgroups() {
        return Cgroups.system();
    }

    @Override
    public void burn() {
        burning = true;
        for (int cpu = 0; cpu < Runtime.getRuntime().availableProcessors(); cpu++) {
            Thread thread = new Thread(this::spin, "burn-" + cpu);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void spin() {
        while (burning) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void stop() {
        burning = false;
    }

    @Override
    public void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public String label() {
        return "";
    }
}
