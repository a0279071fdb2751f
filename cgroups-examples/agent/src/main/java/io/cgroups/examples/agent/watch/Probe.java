package io.cgroups.examples.agent.watch;

import io.cgroups.Cgroup;
import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuRates;
import io.cgroups.cpu.CpuStats;
import io.cgroups.cpuacct.CpuacctRates;
import io.cgroups.cpuacct.CpuacctStats;
import io.cgroups.memory.MemoryStats;
import io.cgroups.pressure.Pressure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Reads one group again and again. For one thread at a time. */
final class Probe {
    private final Cgroup group;
    private final LongSupplier nanoTime;
    private final Part<CpuStats> cpu;
    private final Part<CpuacctStats> usage;
    private final Part<CpuBandwidth> bandwidth;
    private final Part<MemoryStats> memory;
    private final Part<Pressure> cpuPressure;
    private final Part<Pressure> memoryPressure;
    private final Part<Pressure> ioPressure;
    private final Growth time = new Growth();
    private final Growth cpuStall = new Growth();
    private final Growth memoryStall = new Growth();
    private final Growth ioStall = new Growth();
    private Optional<CpuStats> cpuBefore = Optional.empty();
    private Optional<CpuacctStats> usageBefore = Optional.empty();

    Probe(Cgroup group, LongSupplier nanoTime) {
        this.group = group;
        this.nanoTime = nanoTime;
        cpu = new Part<>(() -> group.cpu().stats());
        usage = new Part<>(() -> group.cpuacct().stats());
        bandwidth = new Part<>(() -> group.cpu().bandwidth());
        memory = new Part<>(() -> group.memory().stats());
        cpuPressure = new Part<>(() -> group.pressure().cpu());
        memoryPressure = new Part<>(() -> group.pressure().memory());
        ioPressure = new Part<>(() -> group.pressure().io());
    }

    Cgroup group() {
        return group;
    }

    /** Whether it reads the same hierarchies. */
    boolean isLike(Cgroup other) {
        return group.controllers().equals(other.controllers());
    }

    /** Reads it; the result may tell nothing, see {@link #isGone()} and {@link #problem()}. */
    Point read(long wallMillis) {
        long now = nanoTime.getAsLong();
        double elapsed = time.to((double) now);
        Optional<CpuRates> rates = cpuRates(now);
        Optional<MemoryStats> memoryStats = memory.read(now);
        return new Point(
                wallMillis,
                share(rates, now),
                bandwidth.read(now).map(limit -> (float) limit.cpus()).orElse(Float.NaN),
                rates.map(known -> (float) known.periods()).orElse(Float.NaN),
                rates.map(known -> (float) known.throttledPeriods()).orElse(Float.NaN),
                memoryStats
                        .flatMap(MemoryStats::workingSet)
                        .map(size -> (float) size.bytes())
                        .orElse(Float.NaN),
                memoryStats.flatMap(Probe::limit).orElse(Float.NaN),
                part(cpuStall.to(stalled(cpuPressure, now)) / elapsed),
                part(memoryStall.to(stalled(memoryPressure, now)) / elapsed),
                part(ioStall.to(stalled(ioPressure, now)) / elapsed));
    }

    /** The kernel adds to its totals in steps, so that a second may seem to have more than a second of stalls. */
    private static float part(double ratio) {
        return (float) Math.min(1, ratio);
    }

    private Optional<CpuRates> cpuRates(long now) {
        Optional<CpuStats> stats = cpu.read(now);
        Optional<CpuRates> rates = stats.flatMap(known -> cpuBefore.map(known::since));
        cpuBefore = stats;
        return rates;
    }

    /** Of v2 groups without the cpu controller, and of roots, only the account tells. */
    private float share(Optional<CpuRates> rates, long now) {
        OptionalDouble counted = rates.map(CpuRates::cpuShare).orElseGet(OptionalDouble::empty);
        if (counted.isPresent() || cpuBefore.flatMap(CpuStats::reportedUsage).isPresent()) {
            return (float) counted.orElse(Double.NaN);
        }
        Optional<CpuacctStats> stats = usage.read(now);
        Optional<CpuacctRates> accounted = stats.flatMap(known -> usageBefore.map(known::since));
        usageBefore = stats;
        return accounted.map(known -> (float) known.cpuShare()).orElse(Float.NaN);
    }

    private static double nanos(Optional<Duration> time) {
        return time.map(known -> (double) known.toNanos()).orElse(Double.NaN);
    }

    private static double stalled(Part<Pressure> part, long now) {
        return nanos(part.read(now).flatMap(Pressure::some).map(stall -> stall.total()));
    }

    private static Optional<Float> limit(MemoryStats stats) {
        return stats.hierarchicalMax()
                .map(limit -> limit.value().map(size -> (float) size.bytes()).orElse(Float.POSITIVE_INFINITY));
    }

    /** Whether nothing could be read any more and the kernel says why: there is no such group. */
    boolean isGone() {
        return all().stream().anyMatch(Part::isVanished) && !all().stream().anyMatch(Part::answered);
    }

    /** Why something was refused, empty when nothing was. */
    Optional<String> problem() {
        return all().stream().flatMap(part -> part.refusal().stream()).findFirst();
    }

    private List<Part<?>> all() {
        return List.of(cpu, usage, bandwidth, memory, cpuPressure, memoryPressure, ioPressure);
    }
}
