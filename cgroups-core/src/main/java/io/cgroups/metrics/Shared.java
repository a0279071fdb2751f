package io.cgroups.metrics;

import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.IoCounts;
import io.cgroups.cpu.CpuStats;
import io.cgroups.cpuacct.CpuacctStats;
import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryStats;
import io.cgroups.pressure.Pressure;
import io.cgroups.pressure.Stall;
import io.cgroups.unit.DeviceNumber;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What both families of names show, wherever the kernel reports it. */
final class Shared {
    private Shared() {}

    /** CPU time, of the accounting alone where the group does not have the cpu controller. */
    static double cpuTime(
            Look look, Function<CpuStats, Optional<Duration>> time, Function<CpuacctStats, Duration> accounted) {
        Optional<CpuStats> cpu = look.get(Part.CPU);
        return cpu.isPresent()
                ? Values.seconds(time.apply(cpu.get()))
                : Values.seconds(look.get(Part.ACCOUNTING).map(accounted));
    }

    static double usage(Look look) {
        return cpuTime(look, CpuStats::reportedUsage, CpuacctStats::usage);
    }

    static double user(Look look) {
        return cpuTime(look, CpuStats::user, CpuacctStats::user);
    }

    static double system(Look look) {
        return cpuTime(look, CpuStats::system, CpuacctStats::system);
    }

    /** What container runtimes call so: what is in use without the file cache that is reclaimed first. */
    static double workingSet(MemoryStats memory) {
        double inactive = Values.bytes(memory.total().inactiveFile());
        return Math.max(0, memory.usage().bytes() - inactive);
    }

    /** Of the group and those below where the kernel counts so, else of the group alone. */
    static double events(Look look, Function<MemoryEvents, OptionalLong> which) {
        Optional<MemoryEvents> all = look.get(Part.EVENTS);
        Optional<MemoryEvents> events = all.isPresent() ? all : look.get(Part.LOCAL_EVENTS);
        return events.isPresent() ? Values.of(which.apply(events.get())) : Values.ABSENT;
    }

    static double waiting(Pressure pressure) {
        return Values.seconds(pressure.some().map(Stall::total));
    }

    static double stalled(Pressure pressure) {
        return Values.seconds(pressure.full().map(Stall::total));
    }

    /** What was counted for one disk. */
    static ToDoubleFunction<Look> disk(
            DeviceNumber device,
            Function<BlkioDeviceStats, Optional<IoCounts>> counts,
            Function<IoCounts, OptionalLong> operation) {
        return look -> {
            BlkioDeviceStats disk = look.disks().get(device);
            Optional<IoCounts> found = disk == null ? Optional.empty() : counts.apply(disk);
            return found.isPresent() ? Values.of(operation.apply(found.get())) : Values.ABSENT;
        };
    }
}
