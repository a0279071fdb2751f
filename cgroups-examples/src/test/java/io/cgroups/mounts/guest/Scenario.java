package io.cgroups.mounts.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** What the guests share: names, processes, and what the script of the scenario tells. */
final class Scenario {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Scenario() {}

    /** The group that the script has made. */
    static String group() {
        return System.getenv("GROUP");
    }

    static String newName() {
        return "cgroups-mounts-guest-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /** A process that sleeps until it is killed, and not for ever if nobody does. */
    static long startProcess() {
        try {
            return new ProcessBuilder("sleep", "60").start().pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void end(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }
}
