package io.cgroups.internal.route;

import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Population;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a group, or one below it, has members in any of its hierarchies. Not safe for use by several threads. */
final class Populations implements AutoCloseable {
    private final List<Population> all = new ArrayList<>();

    private Populations() {}

    /** The hierarchies that tell of changes come first: members usually leave all of them at once. */
    static Populations of(Host host, List<GroupDir> dirs) {
        Populations populations = new Populations();
        try {
            dirs.forEach(dir -> populations.all.add(host.driver(dir.hierarchy()).population(dir)));
            populations.all.sort(Comparator.comparing(population -> !population.isTold()));
            return populations;
        } catch (RuntimeException e) {
            populations.close();
            throw e;
        }
    }

    private Optional<Population> anyPopulated() {
        return all.stream().filter(population -> !population.isEmpty()).findFirst();
    }

    /** Waits until nobody is left anywhere; an interrupt ends the wait. */
    boolean awaitEmpty(Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Optional<Population> populated = anyPopulated();
        while (populated.isPresent() && !deadline.hasPassed()) {
            populated.get().awaitChange(deadline.left());
            populated = anyPopulated();
        }
        return populated.isEmpty();
    }

    /** The same, but an interrupt does not shorten the wait and is kept. */
    boolean awaitEmptyInAnyCase(Deadline deadline) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return awaitEmpty(deadline);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        all.forEach(Population::close);
    }
}
