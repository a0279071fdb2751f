package io.cgroups.v2;

import static io.cgroups.spi.SettingSource.Place.BELOW_ROOT;
import static io.cgroups.spi.SettingSource.Place.IN_ROOT;
import static io.cgroups.spi.SettingSource.Place.ROOT;
import static io.cgroups.spi.SettingSource.files;
import static io.cgroups.spi.SettingSource.nothing;
import static io.cgroups.spi.SettingSource.program;

import io.cgroups.Setting;
import io.cgroups.spi.ProgramHook;
import io.cgroups.spi.SettingSource;
import java.util.EnumMap;
import java.util.Map;

/** Where v2 has each setting. */
final class V2Settings {
    private static final V2Settings ALL = new V2Settings();

    private final Map<Setting, SettingSource> sources = new EnumMap<>(Setting.class);

    private V2Settings() {
        put(
                Setting.CPU_QUOTA,
                files("Linux 4.15 with CONFIG_CFS_BANDWIDTH", "cpu.max").at(BELOW_ROOT));
        put(
                Setting.CPU_PERIOD,
                files("Linux 4.15 with CONFIG_CFS_BANDWIDTH", "cpu.max").at(BELOW_ROOT));
        put(Setting.CPU_BURST, files("Linux 5.14", "cpu.max.burst").at(BELOW_ROOT));
        put(Setting.CPU_SHARES, files("Linux 4.15", "cpu.weight").at(BELOW_ROOT).by("WeightConversion.OCI"));
        put(Setting.CPU_WEIGHT, files("Linux 4.15", "cpu.weight").at(BELOW_ROOT));
        put(Setting.CPU_WEIGHT_NICE, files("Linux 4.15", "cpu.weight.nice").at(BELOW_ROOT));
        put(Setting.CPU_IDLE, files("Linux 5.15", "cpu.idle").at(BELOW_ROOT));
        put(
                Setting.CPU_RT_RUNTIME,
                nothing("v2 has no budget of real-time tasks; the host has one, kernel.sched_rt_runtime_us"));
        put(
                Setting.CPU_RT_PERIOD,
                nothing("v2 has no budget of real-time tasks; the host has one, kernel.sched_rt_period_us"));
        put(
                Setting.CPU_UCLAMP_MIN,
                files("Linux 5.4 with CONFIG_UCLAMP_TASK_GROUP", "cpu.uclamp.min")
                        .at(BELOW_ROOT));
        put(
                Setting.CPU_UCLAMP_MAX,
                files("Linux 5.4 with CONFIG_UCLAMP_TASK_GROUP", "cpu.uclamp.max")
                        .at(BELOW_ROOT));
        put(
                Setting.CPU_STATS,
                files("Linux 4.15 with CONFIG_CFS_BANDWIDTH", "cpu.max").at(BELOW_ROOT));
        put(Setting.CPUACCT_STATS, files("Linux 4.15", "cpu.stat"));
        put(Setting.CPUACCT_RESET_USAGE, nothing("take the difference of two readings"));
        put(Setting.CPUSET_CPUS, files("Linux 5.0", "cpuset.cpus").at(BELOW_ROOT));
        put(Setting.CPUSET_MEMS, files("Linux 5.0", "cpuset.mems").at(BELOW_ROOT));
        put(Setting.CPUSET_EFFECTIVE_CPUS, files("Linux 5.0", "cpuset.cpus.effective"));
        put(Setting.CPUSET_EFFECTIVE_MEMS, files("Linux 5.0", "cpuset.mems.effective"));
        put(Setting.CPUSET_CPU_EXCLUSIVE, nothing("use partition, which keeps its CPUs from all others"));
        put(Setting.CPUSET_MEM_EXCLUSIVE, nothing("give the siblings other mems"));
        put(Setting.CPUSET_MEM_HARDWALL, nothing("mems binds the memory of members only"));
        put(Setting.CPUSET_MEMORY_MIGRATE, nothing("memory always moves along on v2, so leave it out"));
        put(Setting.CPUSET_MEMORY_SPREAD_PAGE, nothing("start the program with a memory policy that interleaves"));
        put(Setting.CPUSET_MEMORY_SPREAD_SLAB, nothing("kernels since Linux 6.8 do not spread these caches at all"));
        put(Setting.CPUSET_SCHED_LOAD_BALANCE, nothing("use partition, of which an isolated one balances no load"));
        put(Setting.CPUSET_SCHED_RELAX_DOMAIN_LEVEL, nothing("the scheduler decides on v2 how far it looks"));
        put(
                Setting.CPUSET_MEMORY_PRESSURE,
                nothing("use pressure().memory, which tells how long members wait for memory"));
        put(
                Setting.CPUSET_PARTITION,
                files("Linux 5.0", "cpuset.cpus.partition").at(BELOW_ROOT));
        put(
                Setting.CPUSET_EXCLUSIVE_CPUS,
                files("Linux 6.7", "cpuset.cpus.exclusive").at(BELOW_ROOT));
        put(Setting.MEMORY_MAX, files("Linux 4.5", "memory.max").at(BELOW_ROOT));
        put(
                Setting.MEMORY_PLUS_SWAP_MAX,
                files("Linux 4.5 on a kernel that accounts swap", "memory.swap.max")
                        .at(BELOW_ROOT)
                        .by("SwapConversion"));
        put(
                Setting.MEMORY_SOFT_LIMIT,
                files("Linux 4.5", "memory.low").at(BELOW_ROOT).by("SoftLimitConversion.LOW"));
        put(Setting.MEMORY_MIN, files("Linux 4.18", "memory.min").at(BELOW_ROOT));
        put(Setting.MEMORY_LOW, files("Linux 4.5", "memory.low").at(BELOW_ROOT));
        put(Setting.MEMORY_HIGH, files("Linux 4.5", "memory.high").at(BELOW_ROOT));
        put(
                Setting.MEMORY_SWAP_MAX,
                files("Linux 4.5 on a kernel that accounts swap", "memory.swap.max")
                        .at(BELOW_ROOT));
        put(
                Setting.MEMORY_SWAP_HIGH,
                files("Linux 5.8 on a kernel that accounts swap", "memory.swap.high")
                        .at(BELOW_ROOT));
        put(
                Setting.MEMORY_ZSWAP_MAX,
                files("Linux 5.19 with CONFIG_ZSWAP", "memory.zswap.max").at(BELOW_ROOT));
        put(Setting.MEMORY_OOM_GROUP, files("Linux 4.19", "memory.oom.group").at(BELOW_ROOT));
        put(Setting.MEMORY_SWAPPINESS, nothing("the host has one for all, vm.swappiness; limit swap with swapMax"));
        put(
                Setting.MEMORY_OOM_KILL_DISABLED,
                nothing("members never wait for memory; set high below max to slow them down"));
        put(Setting.MEMORY_OOM_CONTROL, nothing("members never wait for memory; watch localEvents"));
        put(Setting.MEMORY_USAGE, files("Linux 4.5", "memory.current").at(BELOW_ROOT));
        put(Setting.MEMORY_PEAK, files("Linux 5.19", "memory.peak").at(BELOW_ROOT));
        put(
                Setting.MEMORY_FAILURES,
                files("Linux 4.5", "memory.events.local", "memory.events").at(BELOW_ROOT));
        put(
                Setting.MEMORY_RESET_PEAK,
                nothing("a write to memory.peak counts for that open file alone; watch usage, or use a new group"));
        put(Setting.MEMORY_RESET_FAILURES, nothing("they only grow; take the difference of two readings"));
        put(Setting.MEMORY_FORCE_EMPTY, nothing("use reclaim"));
        put(Setting.MEMORY_RECLAIM, files("Linux 5.19", "memory.reclaim").at(BELOW_ROOT));
        put(Setting.MEMORY_STATS, files("Linux 4.5", "memory.current").at(BELOW_ROOT));
        put(
                Setting.MEMORY_SWAP_USAGE,
                files("Linux 4.5 on a kernel that accounts swap", "memory.swap.current")
                        .at(BELOW_ROOT));
        put(
                Setting.MEMORY_SWAP_PEAK,
                files("Linux 6.5 on a kernel that accounts swap", "memory.swap.peak")
                        .at(BELOW_ROOT));
        put(Setting.MEMORY_EVENTS, files("Linux 4.5", "memory.events").at(BELOW_ROOT));
        put(
                Setting.MEMORY_LOCAL_EVENTS,
                files("Linux 5.2", "memory.events.local").at(BELOW_ROOT));
        put(
                Setting.MEMORY_SWAP_EVENTS,
                files("Linux 4.18 on a kernel that accounts swap", "memory.swap.events")
                        .at(BELOW_ROOT));
        put(Setting.MEMORY_NUMA_STATS, files("Linux 5.10 with CONFIG_NUMA", "memory.numa_stat"));
        put(
                Setting.BLKIO_READ_BPS,
                files("Linux 4.5 with CONFIG_BLK_DEV_THROTTLING", "io.max").at(BELOW_ROOT));
        put(
                Setting.BLKIO_WRITE_BPS,
                files("Linux 4.5 with CONFIG_BLK_DEV_THROTTLING", "io.max").at(BELOW_ROOT));
        put(
                Setting.BLKIO_READ_IOPS,
                files("Linux 4.5 with CONFIG_BLK_DEV_THROTTLING", "io.max").at(BELOW_ROOT));
        put(
                Setting.BLKIO_WRITE_IOPS,
                files("Linux 4.5 with CONFIG_BLK_DEV_THROTTLING", "io.max").at(BELOW_ROOT));
        put(
                Setting.BLKIO_WEIGHT,
                files("Linux 5.4 with CONFIG_BLK_CGROUP_IOCOST, or BFQ", "io.bfq.weight", "io.weight")
                        .at(BELOW_ROOT)
                        .by("IoWeightConversion"));
        put(
                Setting.BLKIO_DEVICE_WEIGHTS,
                files("Linux 5.4 with CONFIG_BLK_CGROUP_IOCOST, or BFQ", "io.bfq.weight", "io.weight")
                        .at(BELOW_ROOT)
                        .by("IoWeightConversion"));
        put(
                Setting.BLKIO_IO_WEIGHT,
                files("Linux 5.4 with CONFIG_BLK_CGROUP_IOCOST, or BFQ", "io.weight", "io.bfq.weight")
                        .at(BELOW_ROOT));
        put(
                Setting.BLKIO_DEVICE_IO_WEIGHTS,
                files("Linux 5.4 with CONFIG_BLK_CGROUP_IOCOST, or BFQ", "io.weight", "io.bfq.weight")
                        .at(BELOW_ROOT));
        put(
                Setting.BLKIO_LATENCY_TARGETS,
                files("Linux 4.19 with CONFIG_BLK_CGROUP_IOLATENCY", "io.latency")
                        .at(BELOW_ROOT));
        put(
                Setting.BLKIO_COST_QOS,
                files("Linux 5.4 with CONFIG_BLK_CGROUP_IOCOST", "io.cost.qos").at(ROOT));
        put(
                Setting.BLKIO_COST_MODELS,
                files("Linux 5.4 with CONFIG_BLK_CGROUP_IOCOST", "io.cost.model")
                        .at(ROOT));
        put(Setting.BLKIO_STATS, files("Linux 4.5", "io.stat"));
        put(Setting.BLKIO_RESET_STATS, nothing("take the difference of two readings"));
        put(Setting.DEVICES_POLICY, program("Linux 4.15 with CONFIG_CGROUP_BPF, and root", ProgramHook.DEVICE));
        put(Setting.DEVICES_LIST, program("Linux 4.15 with CONFIG_CGROUP_BPF, and root", ProgramHook.DEVICE));
        put(Setting.FREEZER_FREEZE, files("Linux 5.2", "cgroup.freeze").at(BELOW_ROOT));
        put(Setting.FREEZER_STATE, files("Linux 5.2", "cgroup.freeze").at(BELOW_ROOT));
        put(Setting.FREEZER_SELF_FREEZING, files("Linux 5.2", "cgroup.freeze").at(BELOW_ROOT));
        put(Setting.FREEZER_PARENT_FREEZING, files("Linux 5.2", "cgroup.freeze").at(BELOW_ROOT));
        put(Setting.NET_CLS_CLASS_ID, program("Linux 4.20 with CONFIG_CGROUP_BPF, and root", ProgramHook.EGRESS));
        put(Setting.NET_CLS_MARK, program("Linux 4.20 with CONFIG_CGROUP_BPF, and root", ProgramHook.EGRESS));
        put(Setting.NET_PRIO_PRIORITIES, nothing("use netCls().classId, which sets the priority of packets"));
        put(Setting.NET_PRIO_PRIORITY, nothing("use netCls().classId, which sets the priority of packets"));
        put(Setting.NET_PRIO_INDEX, nothing("use netCls().classId"));
        put(Setting.PIDS_MAX, files("Linux 4.5", "pids.max").at(BELOW_ROOT));
        put(Setting.PIDS_CURRENT, files("Linux 4.5", "pids.current").at(BELOW_ROOT));
        put(Setting.PIDS_STATS, files("Linux 4.5", "pids.current").at(BELOW_ROOT));
        put(Setting.HUGETLB_MAX, files("Linux 5.6", "hugetlb.SIZE.max").at(BELOW_ROOT));
        put(
                Setting.HUGETLB_RESERVATION_MAX,
                files("Linux 5.7", "hugetlb.SIZE.rsvd.max").at(BELOW_ROOT));
        put(Setting.HUGETLB_USAGE, files("Linux 5.6", "hugetlb.SIZE.current").at(BELOW_ROOT));
        put(Setting.HUGETLB_STATS, files("Linux 5.6", "hugetlb.SIZE.current").at(BELOW_ROOT));
        put(Setting.HUGETLB_RESET_PEAK, nothing("v2 keeps no peak of huge pages"));
        put(Setting.HUGETLB_RESET_FAILURES, nothing("take the difference of two readings"));
        put(Setting.RDMA_MAX, files("Linux 4.11", "rdma.max").at(BELOW_ROOT));
        put(Setting.RDMA_CURRENT, files("Linux 4.11", "rdma.current").at(BELOW_ROOT));
        put(Setting.RDMA_STATS, files("Linux 4.11", "rdma.current").at(BELOW_ROOT));
        put(Setting.MISC_MAX, files("Linux 5.13", "misc.max").at(BELOW_ROOT));
        put(Setting.MISC_CURRENT, files("Linux 5.13", "misc.current").at(BELOW_ROOT));
        put(Setting.MISC_CAPACITY, files("Linux 5.13", "misc.capacity").at(IN_ROOT));
        put(Setting.MISC_STATS, files("Linux 5.13", "misc.current").at(BELOW_ROOT));
        put(Setting.PRESSURE_CPU, files("Linux 4.20 with CONFIG_PSI", "cpu.pressure"));
        put(Setting.PRESSURE_MEMORY, files("Linux 4.20 with CONFIG_PSI", "memory.pressure"));
        put(Setting.PRESSURE_IO, files("Linux 4.20 with CONFIG_PSI", "io.pressure"));
        put(Setting.PRESSURE_IRQ, files("Linux 6.1 with CONFIG_PSI and CONFIG_IRQ_TIME_ACCOUNTING", "irq.pressure"));
        put(
                Setting.PRESSURE_ENABLE,
                files("Linux 6.1 with CONFIG_PSI", "cgroup.pressure").at(BELOW_ROOT));
        put(Setting.TREE_TYPE, files("Linux 4.14", "cgroup.type").at(BELOW_ROOT));
        put(Setting.TREE_MAX_DEPTH, files("Linux 4.14", "cgroup.max.depth"));
        put(Setting.TREE_MAX_DESCENDANTS, files("Linux 4.14", "cgroup.max.descendants"));
        put(Setting.TREE_STATS, files("Linux 4.14", "cgroup.stat"));
        put(Setting.TREE_POPULATED, files("Linux 4.5", "cgroup.events").at(BELOW_ROOT));
        put(Setting.TREE_FROZEN, files("Linux 5.2", "cgroup.freeze").at(BELOW_ROOT));
    }

    private void put(Setting setting, SettingSource source) {
        sources.put(setting, source);
    }

    static SettingSource source(Setting setting) {
        SettingSource source = ALL.sources.get(setting);
        if (source == null) {
            throw new IllegalStateException("no row for " + setting);
        }
        return source;
    }
}
