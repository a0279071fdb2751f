package io.cgroups.internal.follow;

/** Calls listeners of users, which may throw anything: also an exception of ours that is about something else. */
final class Telling {
    private Telling() {}

    static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
