package io.cgroups.v1;

import static io.cgroups.spi.SettingSource.Place.BELOW_ROOT;
import static io.cgroups.spi.SettingSource.Place.IN_ROOT;
import static io.cgroups.spi.SettingSource.files;
import static io.cgroups.spi.SettingSource.nothing;

import io.cgroups.Setting;
import io.cgroups.spi.SettingSource;
import java.util.EnumMap;
import java.util.Map;

/** Where v1 has each setting. */
final class V1Settings {
    private static final V1Settings ALL = new V1Settings();

    private final Map<Setting, SettingSource> sources = new EnumMap<>(Setting.class);

    private V1Settings() {
        put(
                Setting.CPU_QUOTA,
                files("Linux 3.2 with CONFIG_CFS_BANDWIDTH", "cpu.cfs_quota_us").at(BELOW_ROOT));
        put(
                Setting.CPU_PERIOD,
                files("Linux 3.2 with CONFIG_CFS_BANDWIDTH", "cpu.cfs_period_us")
                        .at(BELOW_ROOT));
        put(Setting.CPU_BURST, files("Linux 5.14", "cpu.cfs_burst_us").at(BELOW_ROOT));
        put(Setting.CPU_SHARES, files("Linux 2.6.24", "cpu.shares").at(BELOW_ROOT));
        put(
                Setting.CPU_WEIGHT,
                files("Linux 2.6.24", "cpu.shares").at(BELOW_ROOT).by("WeightConversion.OCI"));
        put(Setting.CPU_WEIGHT_NICE, nothing("use cpu().weight or cpu().shares"));
        put(Setting.CPU_IDLE, files("Linux 5.15", "cpu.idle").at(BELOW_ROOT));
        put(Setting.CPU_RT_RUNTIME, files("Linux 2.6.25 with CONFIG_RT_GROUP_SCHED", "cpu.rt_runtime_us"));
        put(Setting.CPU_RT_PERIOD, files("Linux 2.6.25 with CONFIG_RT_GROUP_SCHED", "cpu.rt_period_us"));
        put(
                Setting.CPU_UCLAMP_MIN,
                files("Linux 5.4 with CONFIG_UCLAMP_TASK_GROUP", "cpu.uclamp.min")
                        .at(BELOW_ROOT));
        put(
                Setting.CPU_UCLAMP_MAX,
                files("Linux 5.4 with CONFIG_UCLAMP_TASK_GROUP", "cpu.uclamp.max")
                        .at(BELOW_ROOT));
        put(Setting.CPU_STATS, files("Linux 3.2 with CONFIG_CFS_BANDWIDTH", "cpu.stat"));
        put(Setting.CPUACCT_STATS, files("Linux 2.6.24", "cpuacct.usage"));
        put(Setting.CPUACCT_RESET_USAGE, files("Linux 2.6.24", "cpuacct.usage"));
        put(Setting.CPUSET_CPUS, files("Linux 2.6.24", "cpuset.cpus").at(BELOW_ROOT));
        put(Setting.CPUSET_MEMS, files("Linux 2.6.24", "cpuset.mems").at(BELOW_ROOT));
        put(Setting.CPUSET_EFFECTIVE_CPUS, files("Linux 3.17", "cpuset.effective_cpus"));
        put(Setting.CPUSET_EFFECTIVE_MEMS, files("Linux 3.17", "cpuset.effective_mems"));
        put(Setting.CPUSET_CPU_EXCLUSIVE, files("Linux 2.6.24", "cpuset.cpu_exclusive"));
        put(Setting.CPUSET_MEM_EXCLUSIVE, files("Linux 2.6.24", "cpuset.mem_exclusive"));
        put(Setting.CPUSET_MEM_HARDWALL, files("Linux 2.6.26", "cpuset.mem_hardwall"));
        put(Setting.CPUSET_MEMORY_MIGRATE, files("Linux 2.6.24", "cpuset.memory_migrate"));
        put(Setting.CPUSET_MEMORY_SPREAD_PAGE, files("Linux 2.6.24", "cpuset.memory_spread_page"));
        put(Setting.CPUSET_MEMORY_SPREAD_SLAB, files("Linux 2.6.24", "cpuset.memory_spread_slab"));
        put(Setting.CPUSET_SCHED_LOAD_BALANCE, files("Linux 2.6.24", "cpuset.sched_load_balance"));
        put(Setting.CPUSET_SCHED_RELAX_DOMAIN_LEVEL, files("Linux 2.6.26", "cpuset.sched_relax_domain_level"));
        put(Setting.CPUSET_MEMORY_PRESSURE, files("Linux 2.6.24", "cpuset.memory_pressure"));
        put(Setting.CPUSET_PARTITION, nothing("use cpuExclusive, and schedLoadBalance to balance no load"));
        put(Setting.CPUSET_EXCLUSIVE_CPUS, nothing("use cpuExclusive"));
        put(Setting.MEMORY_MAX, files("Linux 2.6.25", "memory.limit_in_bytes").at(BELOW_ROOT));
        put(
                Setting.MEMORY_PLUS_SWAP_MAX,
                files("Linux 2.6.29 on a kernel that accounts swap", "memory.memsw.limit_in_bytes")
                        .at(BELOW_ROOT));
        put(Setting.MEMORY_SOFT_LIMIT, files("Linux 2.6.32", "memory.soft_limit_in_bytes"));
        put(Setting.MEMORY_MIN, nothing("v1 protects no memory for certain; low sets the soft limit"));
        put(
                Setting.MEMORY_LOW,
                files("Linux 2.6.32", "memory.soft_limit_in_bytes").by("SoftLimitConversion.LOW"));
        put(Setting.MEMORY_HIGH, nothing("no limit of v1 only slows members down; set max, or softLimit"));
        put(
                Setting.MEMORY_SWAP_MAX,
                files("Linux 2.6.29 on a kernel that accounts swap", "memory.memsw.limit_in_bytes")
                        .at(BELOW_ROOT)
                        .by("SwapConversion"));
        put(Setting.MEMORY_SWAP_HIGH, nothing("set memoryPlusSwapMax"));
        put(Setting.MEMORY_ZSWAP_MAX, nothing("set memoryPlusSwapMax"));
        put(Setting.MEMORY_OOM_GROUP, nothing("one member is killed; watch oomControl and kill the others"));
        put(Setting.MEMORY_SWAPPINESS, files("Linux 2.6.29 with CONFIG_SWAP", "memory.swappiness"));
        put(
                Setting.MEMORY_OOM_KILL_DISABLED,
                files("Linux 2.6.35", "memory.oom_control").at(BELOW_ROOT));
        put(Setting.MEMORY_OOM_CONTROL, files("Linux 2.6.35", "memory.oom_control"));
        put(Setting.MEMORY_USAGE, files("Linux 2.6.25", "memory.usage_in_bytes"));
        put(Setting.MEMORY_PEAK, files("Linux 2.6.25", "memory.max_usage_in_bytes"));
        put(Setting.MEMORY_FAILURES, files("Linux 2.6.25", "memory.failcnt"));
        put(Setting.MEMORY_RESET_PEAK, files("Linux 2.6.25", "memory.max_usage_in_bytes"));
        put(Setting.MEMORY_RESET_FAILURES, files("Linux 2.6.25", "memory.failcnt"));
        put(Setting.MEMORY_FORCE_EMPTY, files("Linux 2.6.25", "memory.force_empty"));
        put(Setting.MEMORY_RECLAIM, nothing("use forceEmpty"));
        put(Setting.MEMORY_STATS, files("Linux 2.6.25", "memory.stat"));
        put(
                Setting.MEMORY_SWAP_USAGE,
                files("Linux 2.6.29 on a kernel that accounts swap", "memory.memsw.usage_in_bytes"));
        put(Setting.MEMORY_SWAP_PEAK, nothing("stats has the peak of memory and swap"));
        put(Setting.MEMORY_EVENTS, nothing("v1 does not count groups below; use localEvents of each"));
        put(Setting.MEMORY_LOCAL_EVENTS, files("Linux 2.6.25", "memory.failcnt"));
        put(Setting.MEMORY_SWAP_EVENTS, nothing("stats has the failures of memory and swap"));
        put(Setting.MEMORY_NUMA_STATS, files("Linux 3.0 with CONFIG_NUMA", "memory.numa_stat"));
        put(
                Setting.BLKIO_READ_BPS,
                files("Linux 2.6.37 with CONFIG_BLK_DEV_THROTTLING", "blkio.throttle.read_bps_device"));
        put(
                Setting.BLKIO_WRITE_BPS,
                files("Linux 2.6.37 with CONFIG_BLK_DEV_THROTTLING", "blkio.throttle.write_bps_device"));
        put(
                Setting.BLKIO_READ_IOPS,
                files("Linux 2.6.37 with CONFIG_BLK_DEV_THROTTLING", "blkio.throttle.read_iops_device"));
        put(
                Setting.BLKIO_WRITE_IOPS,
                files("Linux 2.6.37 with CONFIG_BLK_DEV_THROTTLING", "blkio.throttle.write_iops_device"));
        put(
                Setting.BLKIO_WEIGHT,
                files("Linux 2.6.33 with CFQ, or 4.12 with BFQ", "blkio.weight", "blkio.bfq.weight")
                        .at(BELOW_ROOT));
        put(
                Setting.BLKIO_DEVICE_WEIGHTS,
                files("Linux 2.6.33 with CFQ, or 5.4 with BFQ", "blkio.weight_device", "blkio.bfq.weight_device")
                        .at(BELOW_ROOT));
        put(
                Setting.BLKIO_IO_WEIGHT,
                files("Linux 2.6.33 with CFQ, or 4.12 with BFQ", "blkio.weight", "blkio.bfq.weight")
                        .at(BELOW_ROOT)
                        .by("IoWeightConversion"));
        put(
                Setting.BLKIO_DEVICE_IO_WEIGHTS,
                files("Linux 2.6.33 with CFQ, or 5.4 with BFQ", "blkio.weight_device", "blkio.bfq.weight_device")
                        .at(BELOW_ROOT)
                        .by("IoWeightConversion"));
        put(Setting.BLKIO_LATENCY_TARGETS, nothing("use weight or the limits"));
        put(Setting.BLKIO_COST_QOS, nothing("use weight or the limits"));
        put(Setting.BLKIO_COST_MODELS, nothing("use weight or the limits"));
        put(
                Setting.BLKIO_STATS,
                files(
                        "Linux 2.6.33",
                        "blkio.throttle.io_service_bytes",
                        "blkio.bfq.io_service_bytes",
                        "blkio.io_service_bytes"));
        put(Setting.BLKIO_RESET_STATS, files("Linux 2.6.33", "blkio.reset_stats"));
        put(Setting.DEVICES_POLICY, files("Linux 2.6.26", "devices.deny"));
        put(Setting.DEVICES_LIST, files("Linux 2.6.26", "devices.list"));
        put(Setting.FREEZER_FREEZE, files("Linux 2.6.28", "freezer.state").at(BELOW_ROOT));
        put(Setting.FREEZER_STATE, files("Linux 2.6.28", "freezer.state").at(BELOW_ROOT));
        put(
                Setting.FREEZER_SELF_FREEZING,
                files("Linux 3.8", "freezer.self_freezing").at(BELOW_ROOT));
        put(
                Setting.FREEZER_PARENT_FREEZING,
                files("Linux 3.8", "freezer.parent_freezing").at(BELOW_ROOT));
        put(Setting.NET_CLS_CLASS_ID, files("Linux 2.6.29", "net_cls.classid"));
        put(Setting.NET_CLS_MARK, nothing("v1 marks by class only; set a class, and let netfilter make a mark of it"));
        put(Setting.NET_PRIO_PRIORITIES, files("Linux 3.3", "net_prio.ifpriomap"));
        put(Setting.NET_PRIO_PRIORITY, files("Linux 3.3", "net_prio.ifpriomap"));
        put(Setting.NET_PRIO_INDEX, files("Linux 3.3", "net_prio.prioidx"));
        put(Setting.PIDS_MAX, files("Linux 4.3", "pids.max").at(BELOW_ROOT));
        put(Setting.PIDS_CURRENT, files("Linux 4.3", "pids.current").at(BELOW_ROOT));
        put(Setting.PIDS_STATS, files("Linux 4.3", "pids.current").at(BELOW_ROOT));
        put(
                Setting.HUGETLB_MAX,
                files("Linux 3.6", "hugetlb.SIZE.limit_in_bytes").at(BELOW_ROOT));
        put(
                Setting.HUGETLB_RESERVATION_MAX,
                files("Linux 5.7", "hugetlb.SIZE.rsvd.limit_in_bytes").at(BELOW_ROOT));
        put(Setting.HUGETLB_USAGE, files("Linux 3.6", "hugetlb.SIZE.usage_in_bytes"));
        put(Setting.HUGETLB_STATS, files("Linux 3.6", "hugetlb.SIZE.usage_in_bytes"));
        put(Setting.HUGETLB_RESET_PEAK, files("Linux 3.6", "hugetlb.SIZE.max_usage_in_bytes"));
        put(Setting.HUGETLB_RESET_FAILURES, files("Linux 3.6", "hugetlb.SIZE.failcnt"));
        put(Setting.RDMA_MAX, files("Linux 4.11", "rdma.max").at(BELOW_ROOT));
        put(Setting.RDMA_CURRENT, files("Linux 4.11", "rdma.current").at(BELOW_ROOT));
        put(Setting.RDMA_STATS, files("Linux 4.11", "rdma.current").at(BELOW_ROOT));
        put(Setting.MISC_MAX, files("Linux 5.13", "misc.max").at(BELOW_ROOT));
        put(Setting.MISC_CURRENT, files("Linux 5.13", "misc.current").at(BELOW_ROOT));
        put(Setting.MISC_CAPACITY, files("Linux 5.13", "misc.capacity").at(IN_ROOT));
        put(Setting.MISC_STATS, files("Linux 5.13", "misc.current").at(BELOW_ROOT));
        put(
                Setting.PRESSURE_CPU,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.PRESSURE_MEMORY,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.PRESSURE_IO,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.PRESSURE_IRQ,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.PRESSURE_ENABLE,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.TREE_TYPE,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.TREE_MAX_DEPTH,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.TREE_MAX_DESCENDANTS,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.TREE_STATS,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(
                Setting.TREE_POPULATED,
                nothing("only the unified hierarchy has it; mount it as well, mount -t cgroup2 none DIRECTORY"));
        put(Setting.TREE_FROZEN, nothing("use freezer().state"));
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
