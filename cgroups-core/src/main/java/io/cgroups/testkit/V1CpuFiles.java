package io.cgroups.testkit;

import io.cgroups.Errno;
import java.time.Duration;

/** The cpu controller of v1: bandwidth with its checks and its throttling, shares that are clamped, idle. */
final class V1CpuFiles implements MemController {
    private static final long MIN_US = 1000;
    private static final long MAX_PERIOD_US = 1_000_000;

    /** What one group has. */
    static final class State {
        private long quota = -1;
        private long period = 100_000;
        private long burst;
        private long shares = 1024;
        private boolean idle;
        private double periods;
        private double throttled;
        private double throttledNanos;

        /** The part of the wanted CPUs that the quota lets through. */
        double granted(double cpus) {
            return quota < 0 ? cpus : Math.min(cpus, (double) quota / period);
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("cpu.shares", MemFile.of(() -> Long.toString(state.shares), text -> setShares(group, state, text)));
        group.file("cpu.stat", MemFile.readOnly(() -> stat(state)));
        if (group.isRoot()) {
            group.file("cpu.cfs_quota_us", MemFile.readOnly(() -> "-1"));
            group.file("cpu.cfs_period_us", MemFile.readOnly(() -> "100000"));
            return;
        }
        group.file("cpu.cfs_quota_us", MemFile.of(() -> Long.toString(state.quota), text -> {
            long quota = KernelText.number(text);
            setBandwidth(group, state, quota < 0 ? -1 : quota, state.period, state.burst);
        }));
        group.file(
                "cpu.cfs_period_us",
                MemFile.of(
                        () -> Long.toString(state.period),
                        text -> setBandwidth(group, state, state.quota, KernelText.number(text), state.burst)));
        group.file(
                "cpu.cfs_burst_us",
                MemFile.of(
                        () -> Long.toString(state.burst),
                        text -> setBandwidth(group, state, state.quota, state.period, KernelText.number(text))));
        group.file("cpu.idle", MemFile.of(() -> state.idle ? "1" : "0", text -> {
            state.idle = KernelText.number(text, 0, 1) == 1;
        }));
    }

    private static void setShares(MemGroup group, State state, String text) {
        if (group.isRoot() || state.idle) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        state.shares = Math.min(262_144, Math.max(2, KernelText.number(text)));
    }

    private static void setBandwidth(MemGroup group, State state, long quota, long period, long burst) {
        boolean limited = quota >= 0;
        boolean fits = period >= MIN_US
                && period <= MAX_PERIOD_US
                && (!limited || quota >= MIN_US)
                && burst >= 0
                && (!limited || burst <= quota);
        double ratio = limited ? (double) quota / period : Double.POSITIVE_INFINITY;
        boolean withinParent =
                !limited || group.parent().map(parent -> ratio <= ratio(parent)).orElse(true);
        boolean aboveChildren = group.children().values().stream().allMatch(child -> {
            double below = ratio(child);
            return Double.isInfinite(below) || below <= ratio;
        });
        if (!fits || !withinParent || !aboveChildren) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        state.quota = quota;
        state.period = period;
        state.burst = burst;
    }

    private static double ratio(MemGroup group) {
        State state = group.state(State.class);
        if (state.quota >= 0) {
            return (double) state.quota / state.period;
        }
        return group.parent().map(V1CpuFiles::ratio).orElse(Double.POSITIVE_INFINITY);
    }

    private static String stat(State state) {
        return "nr_periods " + (long) state.periods + "\nnr_throttled " + (long) state.throttled + "\nthrottled_time "
                + (long) state.throttledNanos + "\nnr_bursts 0\nburst_time 0";
    }

    @Override
    public void advance(MemGroup group, Duration time) {
        State state = group.state(State.class);
        double wanted = wanted(group);
        if (state.quota < 0 || wanted == 0) {
            return;
        }
        double periods = time.toNanos() / 1000.0 / state.period;
        state.periods += periods;
        if (wanted > state.granted(wanted)) {
            state.throttled += periods;
            state.throttledNanos += (wanted - state.granted(wanted)) * time.toNanos();
        }
    }

    /** The CPUs that the members of a group and of those below would use, were it not for this group's own quota. */
    static double wanted(MemGroup group) {
        double own = group.hierarchy().kernel().processes().demandOf(group);
        return own
                + group.children().values().stream()
                        .mapToDouble(child -> child.state(State.class).granted(wanted(child)))
                        .sum();
    }
}
