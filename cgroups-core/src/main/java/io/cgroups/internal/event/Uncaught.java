package io.cgroups.internal.event;

/** What a listener throws, which must not end the thread that all share. */
final class Uncaught {
    private Uncaught() {}

    /** Gives it to who would get it if it did end the thread; what that throws itself is lost, as the JVM does it. */
    static void handle(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (RuntimeException | Error e) {
            return;
        }
    }
}
