package io.cgroups.examples;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.ControllerUnavailableException;
import java.util.List;

/** A JVM limits its own CPU time and shows the kernel doing it. {@code --in-memory} leaves the real kernel alone. */
public final class LimitMyself {
    private LimitMyself() {}

    /**
     * Runs the example.
     *
     * @param args {@code --in-memory}, or nothing
     */
    public static void main(String[] args) {
        if (List.of(args).contains("--in-memory")) {
            new Throttling(new InMemoryMachine()).run();
            return;
        }
        try {
            new Throttling(new RealMachine()).run();
        } catch (CgroupsUnavailableException e) {
            simulate("There are no usable control groups on this system", e);
        } catch (ControllerUnavailableException e) {
            simulate("The controller " + e.controller() + " is not available in the control groups of this system", e);
        } catch (CgroupBusyException e) {
            simulate("Other processes are in the way of this one", e);
        } catch (CgroupAccessException e) {
            simulate("This user may not make or change control groups here", e);
        }
    }

    private static void simulate(String what, CgroupException reason) {
        InMemoryMachine machine = new InMemoryMachine();
        List.of(
                        what + ".",
                        "Reason: " + reason.getMessage(),
                        "The same code now runs on a kernel that is only simulated in memory.")
                .forEach(line -> System.out.println(machine.label() + line));
        new Throttling(machine).run();
    }
}
