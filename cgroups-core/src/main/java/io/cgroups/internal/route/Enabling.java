package io.cgroups.internal.route;

import io.cgroups.CgroupException;
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
        } catch (CgroupException e) {
            enabling.takeBack(e);
            throw e;
        }
    }

    private List<KernelWrite> compile(List<GroupDir> dirs, Supplier<List<KernelWrite>> plan) {
        while (true) {
            try {
                return plan.get();
            } catch (ControllerUnavailableException e) {
                Set<Controller> missing = Set.of(e.controller());
                // Once it is enabled there is nothing more to enable, so this ends.
                if (dirs.stream().noneMatch(dir -> enable(dir, missing))) {
                    throw e;
                }
            }
        }
    }

    /** Enables those of the controllers that the hierarchy has; false when the group had them. */
    boolean enable(GroupDir dir, Set<Controller> controllers) {
        Set<Controller> wanted = EnumSet.noneOf(Controller.class);
        wanted.addAll(controllers);
        wanted.retainAll(dir.hierarchy().controllers());
        List<KernelWrite> inverse =
                wanted.isEmpty() ? List.of() : host.driver(dir.hierarchy()).enable(dir, wanted);
        inverses.push(inverse);
        return !inverse.isEmpty();
    }

    void takeBack(CgroupException refusal) {
        inverses.forEach(inverse -> Transaction.undo(inverse, refusal));
        inverses.clear();
    }
}
