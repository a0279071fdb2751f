package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.cgroups.blkio.BlkioController;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuController;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuStats;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.cpuacct.CpuacctController;
import io.cgroups.cpuacct.CpuacctStats;
import io.cgroups.memory.MemoryController;
import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemoryStats;
import io.cgroups.pids.PidsController;
import io.cgroups.pids.PidsStats;
import io.cgroups.pressure.GroupPressure;
import io.cgroups.pressure.Pressure;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that a group has as a whole or has not, and that is read in one go.
 *
 * @param <F> the facet that reads it
 * @param <T> what is read
 */
final class Part<F, T> {
    static final Part<CpuController, CpuStats> CPU = new Part<>(Cgroup::cpu, CpuController::stats);
    static final Part<CpuController, CpuBandwidth> BANDWIDTH = new Part<>(Cgroup::cpu, CpuController::bandwidth);
    static final Part<CpuController, CpuWeight> WEIGHT = new Part<>(Cgroup::cpu, CpuController::weight);
    static final Part<CpuController, CpuShares> SHARES = new Part<>(Cgroup::cpu, CpuController::shares);
    static final Part<CpuacctController, CpuacctStats> ACCOUNTING =
            new Part<>(Cgroup::cpuacct, CpuacctController::stats);
    static final Part<MemoryController, MemoryStats> MEMORY = new Part<>(Cgroup::memory, MemoryController::stats);
    static final Part<MemoryController, MemoryEvents> EVENTS = new Part<>(Cgroup::memory, MemoryController::events);
    static final Part<MemoryController, MemoryEvents> LOCAL_EVENTS =
            new Part<>(Cgroup::memory, MemoryController::localEvents);
    static final Part<MemoryController, Limit<DataSize>> MEMORY_MAX = limit(MemoryLimit.MAX);
    static final Part<MemoryController, Limit<DataSize>> MEMORY_HIGH = limit(MemoryLimit.HIGH);
    static final Part<MemoryController, Limit<DataSize>> MEMORY_MIN = limit(MemoryLimit.MIN);
    static final Part<MemoryController, Limit<DataSize>> SOFT_LIMIT = limit(MemoryLimit.SOFT_LIMIT);
    static final Part<MemoryController, Limit<DataSize>> SWAP_MAX = limit(MemoryLimit.SWAP_MAX);
    static final Part<MemoryController, Limit<DataSize>> MEMORY_PLUS_SWAP_MAX = limit(MemoryLimit.MEMORY_PLUS_SWAP_MAX);
    static final Part<PidsController, PidsStats> PIDS = new Part<>(Cgroup::pids, PidsController::stats);
    static final Part<PidsController, Limit<Long>> PIDS_MAX = new Part<>(Cgroup::pids, PidsController::max);
    static final Part<Cgroup, Integer> PROCESSES =
            new Part<>(group -> group, group -> group.processes().size());
    static final Part<BlkioController, Map<DeviceNumber, BlkioDeviceStats>> IO =
            new Part<>(Cgroup::blkio, BlkioController::totals);
    static final Part<GroupPressure, Pressure> CPU_PRESSURE = new Part<>(Cgroup::pressure, GroupPressure::cpu);
    static final Part<GroupPressure, Pressure> MEMORY_PRESSURE = new Part<>(Cgroup::pressure, GroupPressure::memory);
    static final Part<GroupPressure, Pressure> IO_PRESSURE = new Part<>(Cgroup::pressure, GroupPressure::io);
    static final Part<GroupPressure, Pressure> IRQ_PRESSURE = new Part<>(Cgroup::pressure, GroupPressure::irq);

    private final Function<Cgroup, F> facet;
    private final Function<F, T> reading;

    private Part(Function<Cgroup, F> facet, Function<F, T> reading) {
        this.facet = facet;
        this.reading = reading;
    }

    private static Part<MemoryController, Limit<DataSize>> limit(MemoryLimit which) {
        return new Part<>(Cgroup::memory, memory -> memory.limit(which));
    }

    /** The part of one group. */
    Attempt<F, T> of(Cgroup group) {
        return new Attempt<>(() -> facet.apply(group), reading);
    }
}
