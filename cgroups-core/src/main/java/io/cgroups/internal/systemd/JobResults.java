package io.cgroups.internal.systemd;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How jobs ended. A job may end before the call that asked for it returns, so results are collected from the start. Safe for
 * use by many threads.
 */
final class JobResults {
    private final Map<Job, String> results = new HashMap<>();

    /**
     * A job.
     *
     * @param sender who says so: anybody on a bus may send a signal
     * @param path its object
     */
    record Job(String sender, String path) {}

    synchronized void ended(Job job, String result) {
        results.put(job, result);
        notifyAll();
    }

    /** Waits for a result; an interrupt does not shorten the wait and is kept for the caller. */
    synchronized Optional<String> await(Job job, long deadlineNanos) {
        boolean interrupted = false;
        while (!results.containsKey(job)) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(results.remove(job));
    }
}
