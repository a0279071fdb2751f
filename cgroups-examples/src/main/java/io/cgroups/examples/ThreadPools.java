package io.cgroups.examples;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupException;
import io.cgroups.Cgroups;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.ControllerUnavailableException;
import java.io.PrintStream;
import java.util.List;

/**
 * Two thread pools in one JVM: one is held to a share of a CPU, the other is not. {@code --live} draws bars on a terminal.
 */
public final class ThreadPools {
    private ThreadPools() {}

    /**
     * Runs the example.
     *
     * @param args {@code --live}, or nothing
     */
    public static void main(String[] args) {
        int status = run(Cgroups.system(), System.out, List.of(args).contains("--live"));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Returns the exit status: 1 where it cannot run, and says why. */
    static int run(Cgroups cgroups, PrintStream out, boolean live) {
        try {
            new TwoPools(cgroups, out, live).run();
            return 0;
        } catch (CgroupsUnavailableException e) {
            return explain(out, "There are no usable control groups on this system", e);
        } catch (ControllerUnavailableException e) {
            return explain(out, "The controller " + e.controller() + " is not available in the control groups here", e);
        } catch (CgroupAccessException e) {
            return explain(out, "This user may not make groups below the one that this JVM is in", e);
        }
    }

    private static int explain(PrintStream out, String what, CgroupException reason) {
        out.println(what + ".");
        out.println("Reason: " + reason.getMessage());
        out.println(
                "Threads of a JVM are known to the real kernel only, so there is nothing to simulate; as root it works,"
                        + " and the example limit-myself works everywhere.");
        return 1;
    }
}
