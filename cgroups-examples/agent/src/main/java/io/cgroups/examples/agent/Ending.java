package io.cgroups.examples.agent;

import io.cgroups.Cgroups;
import io.cgroups.examples.agent.demo.Demo;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Closes what was started, the last first, once: when the command returns, or when the JVM is told to end, as by ctrl-C. Whoever
 * comes second waits for the first.
 */
final class Ending implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean ended;

    Ending() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "ending"));
    }

    /** Makes the groups of the demo; false when that is not possible, and then it was said why. */
    synchronized boolean startDemo(Cgroups cgroups, PrintStream out) {
        requireGoing();
        Optional<Demo> demo = Demo.start(cgroups, out);
        demo.ifPresent(open::push);
        return demo.isPresent();
    }

    /** Closes this, too. */
    synchronized <T extends AutoCloseable> T take(T resource) {
        open.push(resource);
        if (ended) {
            close();
        }
        return resource;
    }

    private void requireGoing() {
        if (ended) {
            throw new IllegalStateException("the program ends already");
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("not closed: " + e.getMessage());
            }
        }
    }
}
