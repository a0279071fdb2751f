package io.cgroups.metrics;

import static io.cgroups.metrics.Metric.BYTES;
import static io.cgroups.metrics.Metric.NONE;
import static io.cgroups.metrics.Metric.SECONDS;
import static io.cgroups.metrics.Metric.counter;
import static io.cgroups.metrics.Metric.gauge;

import io.cgroups.CgroupPath;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.IoCounts;
import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuStats;
import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryStats;
import io.cgroups.pids.PidsStats;
import io.cgroups.pressure.Pressure;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Names that become those of cAdvisor and the kubelet in the Prometheus registry. */
final class ContainerNames implements Names {
    private static final List<Metric> METRICS = Stream.of(
                    cpu(),
                    cpuLimits(),
                    memory(),
                    faults("pgfault"),
                    faults("pgmajfault"),
                    memoryLimits(),
                    members(),
                    pressure())
            .flatMap(List::stream)
            .toList();

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    private static List<Metric> cpu() {
        return List.of(
                counter("container.cpu.usage", SECONDS, "Cumulative CPU time used", Shared::usage)
                        .tagged("cpu", "total"),
                counter("container.cpu.user", SECONDS, "Cumulative CPU time used in user mode", Shared::user),
                counter("container.cpu.system", SECONDS, "Cumulative CPU time used in kernel mode", Shared::system),
                cfs("periods", NONE, "Periods of the quota that passed", CpuStats::periods),
                cfs("throttled.periods", NONE, "Periods in which the quota ran out", CpuStats::throttledPeriods),
                cfs("throttled", SECONDS, "Time throttled", cpu -> Values.seconds(cpu.throttledTime())),
                cfs("burst.periods", NONE, "Periods with a burst above the quota", cpu -> Values.of(cpu.bursts())),
                cfs("burst", SECONDS, "CPU time above the quota in bursts", cpu -> Values.seconds(cpu.burstTime())));
    }

    /** Only while there is a quota. */
    private static Metric cfs(String name, String unit, String description, ToDoubleFunction<CpuStats> reading) {
        return counter("container.cpu.cfs." + name, unit, description, look -> {
            boolean isLimited = look.get(Part.BANDWIDTH)
                    .filter(bandwidth -> !bandwidth.quota().isUnlimited())
                    .isPresent();
            Optional<CpuStats> cpu = look.get(Part.CPU);
            return isLimited && cpu.isPresent() ? reading.applyAsDouble(cpu.get()) : Values.ABSENT;
        });
    }

    private static List<Metric> cpuLimits() {
        return List.of(
                gauge(
                        "container.spec.cpu.quota",
                        NONE,
                        "CPU quota in microseconds per period",
                        Part.BANDWIDTH,
                        bandwidth -> Values.number(bandwidth.quota().micros(), Values.ABSENT)),
                gauge(
                        "container.spec.cpu.period",
                        NONE,
                        "Period of the CPU quota in microseconds",
                        Part.BANDWIDTH,
                        ContainerNames::period),
                gauge("container.spec.cpu.shares", NONE, "CPU shares", Part.SHARES, CpuShares::value));
    }

    private static double period(CpuBandwidth bandwidth) {
        return bandwidth.period().micros();
    }

    private static List<Metric> memory() {
        return List.of(
                memory(
                        "usage",
                        BYTES,
                        "Memory in use, file cache included",
                        memory -> memory.usage().bytes()),
                memory("working.set", BYTES, "Current working set", Shared::workingSet),
                memory("max.usage", BYTES, "Most memory that was in use", memory -> Values.bytes(memory.peak())),
                memory(
                        "cache",
                        NONE,
                        "Bytes of file cache",
                        memory -> Values.bytes(memory.total().cache())),
                memory(
                        "rss",
                        NONE,
                        "Bytes in use that are no file cache",
                        memory -> Values.bytes(memory.total().rss())),
                memory(
                        "swap",
                        NONE,
                        "Bytes of swap in use",
                        memory -> Values.bytes(memory.swap().usage())),
                memory(
                        "mapped.file",
                        NONE,
                        "Bytes of file cache that are mapped",
                        memory -> Values.bytes(memory.total().mappedFile())),
                memory("failcnt", NONE, "How often the limit was reached", memory -> Values.of(memory.failures())),
                memory(
                        "total.active.file",
                        BYTES,
                        "File cache that was used lately",
                        memory -> Values.of(total(memory, "active_file"))),
                memory(
                        "total.inactive.file",
                        BYTES,
                        "File cache that is reclaimed first",
                        memory -> Values.of(total(memory, "inactive_file"))),
                counter(
                        "container.oom.events",
                        NONE,
                        "Members killed for want of memory",
                        look -> Shared.events(look, MemoryEvents::oomKills)));
    }

    private static Metric memory(String name, String unit, String description, ToDoubleFunction<MemoryStats> reading) {
        return gauge("container.memory." + name, unit, description, Part.MEMORY, reading);
    }

    /** v1 counts the group alone and with those below; v2 only the latter, and then both are the same. */
    private static List<Metric> faults(String type) {
        return List.of(
                faults(memory -> Values.of(memory.raw(type))).tagged("failure_type", type, "scope", "container"),
                faults(memory -> Values.of(total(memory, type))).tagged("failure_type", type, "scope", "hierarchy"));
    }

    private static Metric faults(ToDoubleFunction<MemoryStats> reading) {
        return counter("container.memory.failures", NONE, "Page faults", Part.MEMORY, reading);
    }

    private static OptionalLong total(MemoryStats memory, String key) {
        OptionalLong withBelow = memory.raw("total_" + key);
        return withBelow.isPresent() ? withBelow : memory.raw(key);
    }

    private static List<Metric> memoryLimits() {
        return List.of(
                gauge(
                        "container.spec.memory.limit",
                        BYTES,
                        "Limit of memory, 0 for none",
                        Part.MEMORY_MAX,
                        ContainerNames::limit),
                gauge(
                        "container.spec.memory.swap.limit",
                        BYTES,
                        "Limit of swap, on v1 of memory and swap; 0 for none",
                        look -> eitherOf(look, Part.SWAP_MAX, Part.MEMORY_PLUS_SWAP_MAX)),
                gauge(
                        "container.spec.memory.reservation.limit",
                        BYTES,
                        "Memory that is kept for it, on v1 its soft limit; 0 for none",
                        look -> eitherOf(look, Part.MEMORY_MIN, Part.SOFT_LIMIT)));
    }

    /** Only v2 has a smallest size, and accounts swap apart. */
    private static double eitherOf(Look look, Part<?, Limit<DataSize>> apart, Part<?, Limit<DataSize>> together) {
        boolean isApart = look.get(Part.MEMORY_MIN).isPresent();
        return look.get(isApart ? apart : together).map(ContainerNames::limit).orElse(Values.ABSENT);
    }

    private static double limit(Limit<DataSize> limit) {
        return Values.bytes(limit, 0);
    }

    private static List<Metric> members() {
        return List.of(
                gauge("container.processes", NONE, "Processes", Part.PROCESSES, Integer::doubleValue),
                gauge("container.threads", NONE, "Processes and threads", Part.PIDS, PidsStats::current),
                gauge(
                        "container.threads.max",
                        NONE,
                        "Limit of processes and threads, 0 for none",
                        Part.PIDS_MAX,
                        max -> Values.number(max, 0)),
                gauge(
                        "container.last.seen",
                        NONE,
                        "When it was measured, in seconds since 1970",
                        look -> Instant.now().getEpochSecond()));
    }

    private static List<Metric> pressure() {
        return Stream.of(
                        pressure("cpu", "the CPU", Part.CPU_PRESSURE),
                        pressure("memory", "memory", Part.MEMORY_PRESSURE),
                        pressure("io", "I/O", Part.IO_PRESSURE))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Metric> pressure(String resource, String what, Part<?, Pressure> part) {
        String name = "container.pressure." + resource;
        return List.of(
                counter(name + ".waiting", SECONDS, "Time in which some waited for " + what, part, Shared::waiting),
                counter(name + ".stalled", SECONDS, "Time in which all waited for " + what, part, Shared::stalled));
    }

    @Override
    public List<Metric> disk(DeviceNumber device, String name) {
        String file = "/dev/" + name;
        return List.of(
                counter(
                                "container.fs.reads.bytes",
                                NONE,
                                "Cumulative bytes read",
                                Shared.disk(device, BlkioDeviceStats::bytes, IoCounts::read))
                        .tagged("device", file),
                counter(
                                "container.fs.reads",
                                NONE,
                                "Cumulative reads",
                                Shared.disk(device, BlkioDeviceStats::operations, IoCounts::read))
                        .tagged("device", file),
                counter(
                                "container.fs.writes.bytes",
                                NONE,
                                "Cumulative bytes written",
                                Shared.disk(device, BlkioDeviceStats::bytes, IoCounts::write))
                        .tagged("device", file),
                counter(
                                "container.fs.writes",
                                NONE,
                                "Cumulative writes",
                                Shared.disk(device, BlkioDeviceStats::operations, IoCounts::write))
                        .tagged("device", file));
    }

    /** No container, as there: else a sum over containers would count twice. */
    @Override
    public Tags parent() {
        return Tags.of("container", "");
    }

    @Override
    public Tags tags(CgroupPath path, Tags callers) {
        List<String> parts = path.parts();
        String name = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return Tags.of("id", "/" + String.join("/", parts), "name", name, "container", name)
                .and(callers);
    }
}
