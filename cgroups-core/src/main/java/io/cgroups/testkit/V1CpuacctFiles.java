package io.cgroups.testkit;

import io.cgroups.Controller;
import java.time.Duration;

/** The cpuacct controller of v1: CPU time, of which nine tenths count as user time, on two CPUs. */
final class V1CpuacctFiles implements MemController {
    private static final double USER_PART = 0.9;
    private static final double NANOS_PER_TICK = 1e7;

    /** What one group has used. */
    static final class State {
        private double nanos;
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("cpuacct.usage", MemFile.of(() -> whole(state.nanos), text -> {
            KernelText.number(text, 0, 0);
            state.nanos = 0;
        }));
        group.file("cpuacct.usage_user", MemFile.readOnly(() -> whole(state.nanos * USER_PART)));
        group.file("cpuacct.usage_sys", MemFile.readOnly(() -> whole(state.nanos * (1 - USER_PART))));
        group.file(
                "cpuacct.usage_percpu", MemFile.readOnly(() -> whole(state.nanos / 2) + " " + whole(state.nanos / 2)));
        group.file(
                "cpuacct.stat",
                MemFile.readOnly(() -> "user " + whole(state.nanos * USER_PART / NANOS_PER_TICK) + "\nsystem "
                        + whole(state.nanos * (1 - USER_PART) / NANOS_PER_TICK)));
    }

    private static String whole(double number) {
        return Long.toString((long) number);
    }

    @Override
    public void advance(MemGroup group, Duration time) {
        // Each process adds to its own group here and to those above; what it gets is decided by its cpu group.
        double cpus = group.subtree().stream()
                .flatMap(below -> below.pids().stream())
                .mapToDouble(pid -> granted(group.hierarchy().kernel(), pid))
                .sum();
        group.state(State.class).nanos += cpus * time.toNanos();
    }

    private static double granted(InMemoryKernel kernel, long pid) {
        return kernel.hierarchy(Controller.CPU)
                .map(cpu -> {
                    MemGroup leaf = kernel.processes().process(pid).get(0).groupIn(cpu);
                    double share = kernel.processes().demandOf(pid);
                    for (MemGroup at = leaf; !at.isRoot(); at = at.parent().orElseThrow()) {
                        double wanted = V1CpuFiles.wanted(at);
                        double granted = at.state(V1CpuFiles.State.class).granted(wanted);
                        share = wanted == 0 ? 0 : share * granted / wanted;
                    }
                    return share;
                })
                .orElse(kernel.processes().demandOf(pid));
    }
}
