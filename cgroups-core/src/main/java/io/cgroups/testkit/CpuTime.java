package io.cgroups.testkit;

import io.cgroups.Controller;

/** How many CPUs members want, and get after every quota on the way; the groups may be of another hierarchy than cpu's. */
final class CpuTime {
    /** The part of CPU time that counts as user time. */
    static final double USER_PART = 0.9;

    private CpuTime() {}

    /** The CPUs that the members of a group and of those below get. */
    static double used(MemGroup group) {
        InMemoryKernel kernel = group.hierarchy().kernel();
        return group.subtree().stream()
                .flatMap(below -> below.pids().stream())
                .mapToDouble(pid -> granted(kernel, pid))
                .sum();
    }

    /** The CPUs that a process gets. */
    static double granted(InMemoryKernel kernel, long pid) {
        double demand = kernel.processes().demandOf(pid);
        return kernel.hierarchy(Controller.CPU)
                .map(cpu -> {
                    double share = demand;
                    MemGroup leaf = kernel.processes().process(pid).get(0).groupIn(cpu);
                    for (MemGroup at = leaf; !at.isRoot(); at = at.parent().orElseThrow()) {
                        double wanted = wanted(at);
                        share = wanted == 0 ? 0 : share * granted(at, wanted) / wanted;
                    }
                    return share;
                })
                .orElse(demand);
    }

    /** The CPUs that the members of a group and of those below would use, were it not for this group's own quota. */
    static double wanted(MemGroup group) {
        double own = group.hierarchy().kernel().processes().demandOf(group);
        return own
                + group.children().values().stream()
                        .mapToDouble(child -> granted(child, wanted(child)))
                        .sum();
    }

    private static double granted(MemGroup group, double wanted) {
        // A v2 group may be without the cpu controller, and then its members count as those of the group above.
        return group.find(CfsBandwidth.class)
                .map(bandwidth -> bandwidth.granted(wanted))
                .orElse(wanted);
    }
}
