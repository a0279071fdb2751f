package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.spi.KernelWrite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Carries out a plan: all steps, or none. */
final class Transaction {
    private Transaction() {}

    static void execute(List<KernelWrite> plan) {
        if (plan.size() == 1) {
            // A single write has its whole effect or none: nothing to remember.
            plan.get(0).execute();
            return;
        }
        Deque<List<KernelWrite>> inverses = new ArrayDeque<>();
        for (KernelWrite write : plan) {
            try {
                List<KernelWrite> inverse = write.inverse();
                write.execute();
                inverses.push(inverse);
            } catch (CgroupException e) {
                inverses.forEach(inverse -> undo(inverse, e));
                throw e;
            }
        }
    }

    static void undo(List<KernelWrite> inverse, RuntimeException refusal) {
        for (KernelWrite write : inverse) {
            try {
                write.execute();
            } catch (CgroupException e) {
                refusal.addSuppressed(e);
            }
        }
    }
}
