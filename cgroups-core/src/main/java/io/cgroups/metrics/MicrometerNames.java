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
import io.cgroups.cpu.CpuStats;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryStats;
import io.cgroups.pids.PidsStats;
import io.cgroups.pressure.Pressure;
import io.cgroups.unit.DeviceNumber;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Names as Micrometer's own binders have them. */
final class MicrometerNames implements Names {
    private static final List<Metric> METRICS =
            Stream.of(cpu(), memory(), pids(), pressure()).flatMap(List::stream).toList();

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    private static List<Metric> cpu() {
        return List.of(
                counter("cgroup.cpu.usage", SECONDS, "CPU time used", Shared::usage),
                counter("cgroup.cpu.user", SECONDS, "CPU time used in user mode", Shared::user),
                counter("cgroup.cpu.system", SECONDS, "CPU time used in kernel mode", Shared::system),
                counter(
                        "cgroup.cpu.periods",
                        NONE,
                        "Periods of the quota in which members wanted to run",
                        Part.CPU,
                        CpuStats::periods),
                counter(
                        "cgroup.cpu.throttled.periods",
                        NONE,
                        "Periods in which the quota ran out",
                        Part.CPU,
                        CpuStats::throttledPeriods),
                counter(
                        "cgroup.cpu.throttled.time",
                        SECONDS,
                        "Time that members were kept from running, summed over the CPUs",
                        Part.CPU,
                        cpu -> Values.seconds(cpu.throttledTime())),
                counter(
                        "cgroup.cpu.bursts",
                        NONE,
                        "Periods in which saved quota was used",
                        Part.CPU,
                        cpu -> Values.of(cpu.bursts())),
                counter(
                        "cgroup.cpu.burst.time",
                        SECONDS,
                        "CPU time above the quota that was used in bursts",
                        Part.CPU,
                        cpu -> Values.seconds(cpu.burstTime())),
                gauge(
                        "cgroup.cpu.quota",
                        SECONDS,
                        "CPU time that may be used in each period",
                        Part.BANDWIDTH,
                        MicrometerNames::quota),
                gauge(
                        "cgroup.cpu.period",
                        SECONDS,
                        "Length of a period of the quota",
                        Part.BANDWIDTH,
                        bandwidth -> Values.seconds(bandwidth.period().micros())),
                gauge(
                        "cgroup.cpu.limit",
                        "cpus",
                        "CPUs that may be used, which is the quota by the period",
                        Part.BANDWIDTH,
                        bandwidth -> bandwidth.quota().isUnlimited() ? Values.ABSENT : bandwidth.cpus()),
                gauge(
                        "cgroup.cpu.weight",
                        NONE,
                        "Portion of the CPU beside other groups, 1 to 10000",
                        Part.WEIGHT,
                        CpuWeight::value));
    }

    private static double quota(CpuBandwidth bandwidth) {
        double micros = Values.number(bandwidth.quota().micros(), Values.ABSENT);
        return micros / 1e6;
    }

    private static List<Metric> memory() {
        return List.of(
                memory(
                        "current",
                        "Memory in use, file cache included",
                        memory -> memory.usage().bytes()),
                memory(
                        "working.set",
                        "Memory in use without the file cache that is reclaimed first",
                        Shared::workingSet),
                memory(
                        "anonymous",
                        "Memory in use that is no file cache",
                        memory -> Values.bytes(memory.total().rss())),
                memory(
                        "cache",
                        "File cache in use",
                        memory -> Values.bytes(memory.total().cache())),
                memory("peak", "Most memory that was in use", memory -> Values.bytes(memory.peak())),
                memory(
                        "swap.current",
                        "Swap in use",
                        memory -> Values.bytes(memory.swap().usage())),
                memory(
                        "swap.peak",
                        "Most swap that was in use",
                        memory -> Values.bytes(memory.swap().peak())),
                gauge("cgroup.memory.max", BYTES, "Limit of memory", Part.MEMORY_MAX, MicrometerNames::limit),
                gauge(
                        "cgroup.memory.high",
                        BYTES,
                        "Usage from which members are slowed down",
                        Part.MEMORY_HIGH,
                        MicrometerNames::limit),
                gauge("cgroup.memory.swap.max", BYTES, "Limit of swap", Part.SWAP_MAX, MicrometerNames::limit),
                event("low", MemoryEvents::low),
                event("high", MemoryEvents::high),
                event("max", MemoryEvents::max),
                event("oom", MemoryEvents::oom),
                event("oom_kill", MemoryEvents::oomKills),
                event("oom_group_kill", MemoryEvents::oomGroupKills));
    }

    private static Metric memory(String name, String description, ToDoubleFunction<MemoryStats> reading) {
        return gauge("cgroup.memory." + name, BYTES, description, Part.MEMORY, reading);
    }

    private static Metric event(String name, Function<MemoryEvents, OptionalLong> which) {
        return counter(
                        "cgroup.memory.events",
                        BaseUnits.EVENTS,
                        "What happened for want of memory",
                        look -> Shared.events(look, which))
                .tagged("event", name);
    }

    private static double limit(io.cgroups.unit.Limit<io.cgroups.unit.DataSize> limit) {
        return Values.bytes(limit, Values.ABSENT);
    }

    private static List<Metric> pids() {
        return List.of(
                gauge("cgroup.pids.current", NONE, "Processes and threads", Part.PIDS, PidsStats::current),
                gauge(
                        "cgroup.pids.peak",
                        NONE,
                        "Most processes and threads there were",
                        Part.PIDS,
                        pids -> Values.of(pids.peak())),
                gauge(
                        "cgroup.pids.max",
                        NONE,
                        "Limit of processes and threads",
                        Part.PIDS_MAX,
                        max -> Values.number(max, Values.ABSENT)),
                counter(
                        "cgroup.pids.refusals",
                        NONE,
                        "Processes and threads that were refused",
                        Part.PIDS,
                        pids -> Values.of(pids.refusals())));
    }

    private static List<Metric> pressure() {
        return Stream.of(
                        pressure("cpu", Part.CPU_PRESSURE),
                        pressure("memory", Part.MEMORY_PRESSURE),
                        pressure("io", Part.IO_PRESSURE),
                        pressure("irq", Part.IRQ_PRESSURE))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Metric> pressure(String resource, Part<?, Pressure> part) {
        return List.of(
                pressure(part, Shared::waiting).tagged("resource", resource, "kind", "some"),
                pressure(part, Shared::stalled).tagged("resource", resource, "kind", "full"));
    }

    private static Metric pressure(Part<?, Pressure> part, ToDoubleFunction<Pressure> reading) {
        return counter("cgroup.pressure.time", SECONDS, "Time in which some or all members had to wait", part, reading);
    }

    @Override
    public List<Metric> disk(DeviceNumber device, String name) {
        return List.of(
                bytes(device, name, "read", IoCounts::read),
                bytes(device, name, "write", IoCounts::write),
                bytes(device, name, "discard", IoCounts::discard),
                operations(device, name, "read", IoCounts::read),
                operations(device, name, "write", IoCounts::write),
                operations(device, name, "discard", IoCounts::discard));
    }

    private static Metric bytes(
            DeviceNumber device, String name, String operation, Function<IoCounts, OptionalLong> count) {
        return counter("cgroup.io.bytes", BYTES, "Bytes of I/O", Shared.disk(device, BlkioDeviceStats::bytes, count))
                .tagged("device", name, "operation", operation);
    }

    private static Metric operations(
            DeviceNumber device, String name, String operation, Function<IoCounts, OptionalLong> count) {
        return counter(
                        "cgroup.io.operations",
                        BaseUnits.OPERATIONS,
                        "Operations of I/O",
                        Shared.disk(device, BlkioDeviceStats::operations, count))
                .tagged("device", name, "operation", operation);
    }

    @Override
    public Tags tags(CgroupPath path, Tags callers) {
        return Tags.of("cgroup", "/" + String.join("/", path.parts())).and(callers);
    }
}
