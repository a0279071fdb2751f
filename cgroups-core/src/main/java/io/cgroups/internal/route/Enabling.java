package io.cgroups.internal.route;

import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Enables controllers for a group, and takes that back when what it was for fails. */
final class Enabling {
    private final Host host;
    private final Deque<List<KernelWrite>> inverses = new ArrayDeque<>();

    Enabling(Host host) {
        this.host = host;
    }

    /** Carries out a plan; a controller that it needs and the group lacks is enabled first. */
    static void onDemand(Host host, List<GroupDir> dirs, Supplier<List<KernelWrite>> plan) {
        Enabling enabling = new Enabling(host);
        try {
            Transaction.execute(enabling.compile(dirs, plan));
        } catch (RuntimeException e) {
            enabling.takeBack(e);
            throw e;
        }
    }

    private List<KernelWrite> compile(List<GroupDir> dirs, Supplier<List<KernelWrite>> plan) {
        Set<Controller> tried = EnumSet.noneOf(Controller.class);
        while (true) {
            try {
                return plan.get();
            } catch (ControllerUnavailableException e) {
                // Once for each: it may also be that somebody else has enabled it just now.
                if (!tried.add(e.controller())) {
                    throw e;
                }
                dirs.forEach(dir -> enable(dir, Set.of(e.controller())));
            }
        }
    }

    /** Enables those of the controllers that the hierarchy has. */
    void enable(GroupDir dir, Set<Controller> controllers) {
        Set<Controller> wanted = EnumSet.noneOf(Controller.class);
        wanted.addAll(controllers);
        wanted.retainAll(dir.hierarchy().controllers());
        if (!wanted.isEmpty()) {
            inverses.push(host.driver(dir.hierarchy()).enable(dir, wanted));
        }
    }

    /** Whether there is anything to take back. */
    boolean any() {
        return inverses.stream().anyMatch(inverse -> !inverse.isEmpty());
    }

    /** Takes it back, from the bottom up; what was not refused is not tried again the next time. */
    void undo() {
        while (!inverses.isEmpty()) {
            inverses.element().forEach(KernelWrite::execute);
            inverses.remove();
        }
    }

    void takeBack(RuntimeException refusal) {
        inverses.forEach(inverse -> Transaction.undo(inverse, refusal));
        inverses.clear();
    }
}
