package io.cgroups.testkit;

import io.cgroups.Errno;
import java.time.Duration;

/** The cpu controller of v1: bandwidth that must fit those above and below, shares that are clamped, idle. */
final class V1CpuFiles implements MemController {

    @Override
    public void populate(MemGroup group) {
        CfsBandwidth bandwidth = group.keep(new CfsBandwidth());
        CpuWeights weights = group.keep(new CpuWeights(group));
        group.file("cpu.cfs_quota_us", MemFile.of(() -> Long.toString(bandwidth.quota()), text -> {
            long quota = KernelText.number(text);
            set(group, quota < 0 ? CfsBandwidth.UNLIMITED : quota, bandwidth.period(), bandwidth.burst());
        }));
        group.file(
                "cpu.cfs_period_us",
                MemFile.of(
                        () -> Long.toString(bandwidth.period()),
                        text -> set(group, bandwidth.quota(), KernelText.unsigned(text), bandwidth.burst())));
        group.file(
                "cpu.cfs_burst_us",
                MemFile.of(
                        () -> Long.toString(bandwidth.burst()),
                        text -> set(group, bandwidth.quota(), bandwidth.period(), KernelText.unsigned(text))));
        group.file(
                "cpu.shares",
                MemFile.of(
                        () -> Long.toString(weights.shares()), text -> weights.setShares(KernelText.unsigned(text))));
        group.file("cpu.idle", weights.idleFile());
        group.file("cpu.stat", MemFile.readOnly(() -> bandwidth.stat("time", 1)));
    }

    private static void set(MemGroup group, long quota, long period, long burst) {
        double cpus = CfsBandwidth.cpus(quota, period);
        boolean fitsAbove = Double.isInfinite(cpus)
                || group.parent().map(parent -> cpus <= cpus(parent)).orElse(true);
        boolean fitsBelow = group.subtree().stream()
                .skip(1)
                .filter(below -> below.state(CfsBandwidth.class).isLimited())
                .allMatch(below -> cpus(below) <= cpus);
        if (group.isRoot() || !fitsAbove || !fitsBelow) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        group.state(CfsBandwidth.class).set(quota, period, burst);
    }

    /** The CPUs of the nearest quota of a group or those above. */
    private static double cpus(MemGroup group) {
        CfsBandwidth bandwidth = group.state(CfsBandwidth.class);
        return bandwidth.isLimited()
                ? CfsBandwidth.cpus(bandwidth.quota(), bandwidth.period())
                : group.parent().map(V1CpuFiles::cpus).orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public void advance(MemGroup group, Duration time) {
        group.state(CfsBandwidth.class).advance(CpuTime.wanted(group), time);
    }
}
