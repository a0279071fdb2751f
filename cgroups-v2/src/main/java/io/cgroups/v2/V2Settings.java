package io.cgroups.v2;

import static io.cgroups.spi.SettingSource.files;
import static io.cgroups.spi.SettingSource.nothing;

import io.cgroups.Setting;
import io.cgroups.spi.SettingSource;
import java.util.EnumMap;
import java.util.Map;

/** Where v2 has each setting. */
final class V2Settings {
    private static final V2Settings ALL = new V2Settings();

    private final Map<Setting, SettingSource> sources = new EnumMap<>(Setting.class);

    private V2Settings() {
        put(Setting.CPU_QUOTA, files("Linux 4.15", "cpu.max").belowTheRoot());
        put(Setting.CPU_PERIOD, files("Linux 4.15", "cpu.max").belowTheRoot());
        put(Setting.CPU_BURST, files("Linux 5.14", "cpu.max.burst").belowTheRoot());
        put(Setting.CPU_SHARES, files("Linux 4.15", "cpu.weight").belowTheRoot().by("WeightConversion.OCI"));
        put(Setting.CPU_WEIGHT, files("Linux 4.15", "cpu.weight").belowTheRoot());
        put(Setting.CPU_IDLE, files("Linux 5.15", "cpu.idle").belowTheRoot());
        put(
                Setting.CPU_RT_RUNTIME,
                nothing("v2 has no budget of real-time tasks; set it for the host with kernel.sched_rt_runtime_us"));
        put(
                Setting.CPU_RT_PERIOD,
                nothing("v2 has no budget of real-time tasks; set it for the host with kernel.sched_rt_period_us"));
        put(Setting.CPU_STATS, files("Linux 4.15", "cpu.stat"));
        put(Setting.CPUACCT_STATS, files("Linux 4.15", "cpu.stat"));
        put(Setting.CPUACCT_RESET_USAGE, nothing("take the difference of two readings"));
        put(Setting.CPUSET_CPUS, files("Linux 5.0", "cpuset.cpus").belowTheRoot());
        put(Setting.CPUSET_MEMS, files("Linux 5.0", "cpuset.mems").belowTheRoot());
        put(Setting.CPUSET_EFFECTIVE_CPUS, files("Linux 5.0", "cpuset.cpus.effective"));
        put(Setting.CPUSET_EFFECTIVE_MEMS, files("Linux 5.0", "cpuset.mems.effective"));
        put(Setting.CPUSET_CPU_EXCLUSIVE, nothing("use cpuset().partition"));
        put(Setting.CPUSET_MEM_EXCLUSIVE, nothing("give the groups different memory nodes with cpuset().mems"));
        put(Setting.CPUSET_MEM_HARDWALL, nothing("v2 has nothing for kernel allocations"));
        put(Setting.CPUSET_MEMORY_MIGRATE, nothing("v2 always moves the pages"));
        put(Setting.CPUSET_MEMORY_SPREAD_PAGE, nothing("use numactl --interleave"));
        put(Setting.CPUSET_MEMORY_SPREAD_SLAB, nothing("v2 has nothing for kernel caches"));
        put(Setting.CPUSET_SCHED_LOAD_BALANCE, nothing("use cpuset().partition"));
        put(
                Setting.CPUSET_SCHED_RELAX_DOMAIN_LEVEL,
                nothing("it is a matter of the whole host on v2, relax_domain_level= of the kernel command line"));
        put(Setting.CPUSET_MEMORY_PRESSURE, nothing("read memory.pressure"));
        put(Setting.MEMORY_MAX, files("Linux 4.5", "memory.max").belowTheRoot());
        put(
                Setting.MEMORY_PLUS_SWAP_MAX,
                files("accounting of swap, Linux 4.5", "memory.swap.max")
                        .belowTheRoot()
                        .by("SwapConversion"));
        put(
                Setting.MEMORY_SOFT_LIMIT,
                files("Linux 4.5", "memory.low").belowTheRoot().by("SoftLimitConversion.LOW"));
        put(Setting.MEMORY_SWAPPINESS, nothing("it is a matter of the whole host on v2, vm.swappiness"));
        put(Setting.MEMORY_OOM_KILL_DISABLED, nothing("use memory().high, which slows members down instead"));
        put(Setting.MEMORY_OOM_CONTROL, nothing("read memory.events"));
        put(Setting.MEMORY_USAGE, files("Linux 4.5", "memory.current").belowTheRoot());
        put(Setting.MEMORY_PEAK, files("Linux 5.19", "memory.peak").belowTheRoot());
        put(Setting.MEMORY_FAILURES, files("Linux 4.5", "memory.events").belowTheRoot());
        put(Setting.MEMORY_RESET_PEAK, nothing("v2 resets the peak only for the one who has the file open"));
        put(Setting.MEMORY_RESET_FAILURES, nothing("take the difference of two readings"));
        put(Setting.MEMORY_FORCE_EMPTY, files("Linux 5.19", "memory.reclaim").belowTheRoot());
        put(Setting.MEMORY_STATS, files("Linux 4.5", "memory.stat"));
        put(
                Setting.BLKIO_READ_BPS,
                files("CONFIG_BLK_DEV_THROTTLING, Linux 4.5", "io.max").belowTheRoot());
        put(
                Setting.BLKIO_WRITE_BPS,
                files("CONFIG_BLK_DEV_THROTTLING, Linux 4.5", "io.max").belowTheRoot());
        put(
                Setting.BLKIO_READ_IOPS,
                files("CONFIG_BLK_DEV_THROTTLING, Linux 4.5", "io.max").belowTheRoot());
        put(
                Setting.BLKIO_WRITE_IOPS,
                files("CONFIG_BLK_DEV_THROTTLING, Linux 4.5", "io.max").belowTheRoot());
        put(
                Setting.BLKIO_WEIGHT,
                files("BFQ, Linux 4.12, or CONFIG_BLK_CGROUP_IOCOST, Linux 5.4", "io.bfq.weight", "io.weight")
                        .belowTheRoot());
        put(
                Setting.BLKIO_DEVICE_WEIGHTS,
                files("BFQ, Linux 5.4, or CONFIG_BLK_CGROUP_IOCOST, Linux 5.4", "io.bfq.weight", "io.weight")
                        .belowTheRoot());
        put(Setting.BLKIO_STATS, files("Linux 4.5", "io.stat"));
        put(Setting.BLKIO_RESET_STATS, nothing("take the difference of two readings"));
        put(Setting.DEVICES_POLICY, nothing("a BPF program takes its place on v2"));
        put(Setting.DEVICES_LIST, nothing("a BPF program takes its place on v2"));
        put(Setting.FREEZER_FREEZE, files("Linux 5.2", "cgroup.freeze").belowTheRoot());
        put(Setting.FREEZER_STATE, files("Linux 5.2", "cgroup.freeze").belowTheRoot());
        put(Setting.FREEZER_SELF_FREEZING, files("Linux 5.2", "cgroup.freeze").belowTheRoot());
        put(Setting.FREEZER_PARENT_FREEZING, files("Linux 5.2", "cgroup.freeze").belowTheRoot());
        put(Setting.NET_CLS_CLASS_ID, nothing("a BPF program takes its place on v2"));
        put(
                Setting.NET_PRIO_PRIORITIES,
                nothing("use netCls().classId, which sets the priority of packets on every interface"));
        put(
                Setting.NET_PRIO_PRIORITY,
                nothing("use netCls().classId, which sets the priority of packets on every interface"));
        put(Setting.NET_PRIO_INDEX, nothing("use netCls().classId"));
        put(Setting.PIDS_MAX, files("Linux 4.5", "pids.max").belowTheRoot());
        put(Setting.PIDS_CURRENT, files("Linux 4.5", "pids.current").belowTheRoot());
        put(Setting.PIDS_STATS, files("Linux 4.5", "pids.current").belowTheRoot());
        put(Setting.HUGETLB_MAX, files("Linux 5.6", "hugetlb.SIZE.max").belowTheRoot());
        put(
                Setting.HUGETLB_RESERVATION_MAX,
                files("Linux 5.7", "hugetlb.SIZE.rsvd.max").belowTheRoot());
        put(Setting.HUGETLB_USAGE, files("Linux 5.6", "hugetlb.SIZE.current").belowTheRoot());
        put(Setting.HUGETLB_STATS, files("Linux 5.6", "hugetlb.SIZE.current").belowTheRoot());
        put(Setting.HUGETLB_RESET_PEAK, nothing("v2 keeps no peak of huge pages"));
        put(Setting.HUGETLB_RESET_FAILURES, nothing("take the difference of two readings"));
        put(Setting.RDMA_MAX, files("Linux 4.11", "rdma.max").belowTheRoot());
        put(Setting.RDMA_CURRENT, files("Linux 4.11", "rdma.current").belowTheRoot());
        put(Setting.RDMA_STATS, files("Linux 4.11", "rdma.current").belowTheRoot());
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
