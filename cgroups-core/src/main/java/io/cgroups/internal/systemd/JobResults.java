package io.cgroups.internal.systemd;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;

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

    /** Called on a thread of the connection: with the number, the object, the unit and the result of a job. */
    void removed(DBusSignal signal) {
        try {
            Object[] parameters = signal.getParameters();
            ended(new Job(signal.getSource(), String.valueOf(parameters[1])), String.valueOf(parameters[3]));
        } catch (DBusException e) {
            // Not of systemd, whose signals are as its interface says: the library's thread logs it.
            throw new IllegalStateException(e);
        }
    }

    private synchronized void ended(Job job, String result) {
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
