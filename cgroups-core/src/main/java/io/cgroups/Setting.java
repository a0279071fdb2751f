package io.cgroups;

import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of every controller, and every reading; {@link Cgroup#capabilities} says of each whether it works for a
 * group.
 */
public enum Setting {
    /** CPU time in each period. */
    CPU_QUOTA(Controller.CPU, "quota", "CpuQuota", SettingAccess.BOTH),
    /** The period that the quota counts in. */
    CPU_PERIOD(Controller.CPU, "period", "CpuPeriod", SettingAccess.BOTH),
    /** CPU time that may be saved up. */
    CPU_BURST(Controller.CPU, "burst", "Duration", SettingAccess.BOTH),
    /** The portion against siblings, on the scale of v1. */
    CPU_SHARES(Controller.CPU, "shares", "CpuShares", SettingAccess.BOTH),
    /** The portion against siblings, on the scale of v2. */
    CPU_WEIGHT(Controller.CPU, "weight", "CpuWeight", SettingAccess.BOTH),
    /** The portion against siblings, as a nice value. */
    CPU_WEIGHT_NICE(Controller.CPU, "weightNice", "int", SettingAccess.BOTH),
    /** Whether members run only when nobody else wants to. */
    CPU_IDLE(Controller.CPU, "idle", "boolean", SettingAccess.BOTH),
    /** CPU time of real-time members in each real-time period. */
    CPU_RT_RUNTIME(Controller.CPU, "rtRuntime", "Limit<Duration>", SettingAccess.BOTH),
    /** The period that the real-time runtime counts in. */
    CPU_RT_PERIOD(Controller.CPU, "rtPeriod", "Duration", SettingAccess.BOTH),
    /** The least utilisation the scheduler assumes. */
    CPU_UCLAMP_MIN(Controller.CPU, "uclampMin", "CpuClamp", SettingAccess.BOTH),
    /** The largest utilisation the scheduler assumes. */
    CPU_UCLAMP_MAX(Controller.CPU, "uclampMax", "CpuClamp", SettingAccess.BOTH),
    /** Throttling and CPU time. */
    CPU_STATS(Controller.CPU, "stats", "CpuStats", SettingAccess.READ),
    /** CPU time of members. */
    CPUACCT_STATS(Controller.CPUACCT, "stats", "CpuacctStats", SettingAccess.READ),
    /** Setting the CPU time back to zero. */
    CPUACCT_RESET_USAGE(Controller.CPUACCT, "resetUsage", "void", SettingAccess.WRITE),
    /** The CPUs members may use. */
    CPUSET_CPUS(Controller.CPUSET, "cpus", "IdSet", SettingAccess.BOTH),
    /** The memory nodes members may use. */
    CPUSET_MEMS(Controller.CPUSET, "mems", "IdSet", SettingAccess.BOTH),
    /** The CPUs members get. */
    CPUSET_EFFECTIVE_CPUS(Controller.CPUSET, "effectiveCpus", "IdSet", SettingAccess.READ),
    /** The memory nodes members get. */
    CPUSET_EFFECTIVE_MEMS(Controller.CPUSET, "effectiveMems", "IdSet", SettingAccess.READ),
    /** Whether siblings must not share CPUs. */
    CPUSET_CPU_EXCLUSIVE(Controller.CPUSET, "cpuExclusive", "boolean", SettingAccess.BOTH),
    /** Whether siblings must not share memory nodes. */
    CPUSET_MEM_EXCLUSIVE(Controller.CPUSET, "memExclusive", "boolean", SettingAccess.BOTH),
    /** Whether kernel allocations keep to the memory nodes. */
    CPUSET_MEM_HARDWALL(Controller.CPUSET, "memHardwall", "boolean", SettingAccess.BOTH),
    /** Whether pages move when the memory nodes change. */
    CPUSET_MEMORY_MIGRATE(Controller.CPUSET, "memoryMigrate", "boolean", SettingAccess.BOTH),
    /** Whether file cache is spread over the memory nodes. */
    CPUSET_MEMORY_SPREAD_PAGE(Controller.CPUSET, "memorySpreadPage", "boolean", SettingAccess.BOTH),
    /** Whether caches of inodes are spread over the memory nodes. */
    CPUSET_MEMORY_SPREAD_SLAB(Controller.CPUSET, "memorySpreadSlab", "boolean", SettingAccess.BOTH),
    /** Whether the scheduler balances load over the CPUs. */
    CPUSET_SCHED_LOAD_BALANCE(Controller.CPUSET, "schedLoadBalance", "boolean", SettingAccess.BOTH),
    /** How far the scheduler looks for an idle CPU. */
    CPUSET_SCHED_RELAX_DOMAIN_LEVEL(
            Controller.CPUSET, "schedRelaxDomainLevel", "SchedRelaxDomainLevel", SettingAccess.BOTH),
    /** How often members have to reclaim memory. */
    CPUSET_MEMORY_PRESSURE(Controller.CPUSET, "memoryPressure", "long", SettingAccess.READ),
    /** Whether the group is a scheduling domain of its own. */
    CPUSET_PARTITION(Controller.CPUSET, "partition", "CpusetPartition", SettingAccess.BOTH),
    /** The CPUs kept for partitions. */
    CPUSET_EXCLUSIVE_CPUS(Controller.CPUSET, "exclusiveCpus", "IdSet", SettingAccess.BOTH),
    /** The limit of memory. */
    MEMORY_MAX(Controller.MEMORY, "max", "Limit<DataSize>", SettingAccess.BOTH),
    /** The limit of memory and swap together. */
    MEMORY_PLUS_SWAP_MAX(Controller.MEMORY, "memoryPlusSwapMax", "Limit<DataSize>", SettingAccess.BOTH),
    /** The size down to which the group is reclaimed first. */
    MEMORY_SOFT_LIMIT(Controller.MEMORY, "softLimit", "Limit<DataSize>", SettingAccess.BOTH),
    /** What is never reclaimed. */
    MEMORY_MIN(Controller.MEMORY, "min", "Limit<DataSize>", SettingAccess.BOTH),
    /** What is reclaimed only when nothing else is left. */
    MEMORY_LOW(Controller.MEMORY, "low", "Limit<DataSize>", SettingAccess.BOTH),
    /** Above which members are slowed down. */
    MEMORY_HIGH(Controller.MEMORY, "high", "Limit<DataSize>", SettingAccess.BOTH),
    /** The limit of swap alone. */
    MEMORY_SWAP_MAX(Controller.MEMORY, "swapMax", "Limit<DataSize>", SettingAccess.BOTH),
    /** Swap above which members are slowed down. */
    MEMORY_SWAP_HIGH(Controller.MEMORY, "swapHigh", "Limit<DataSize>", SettingAccess.BOTH),
    /** The limit of memory for compressed swap. */
    MEMORY_ZSWAP_MAX(Controller.MEMORY, "zswapMax", "Limit<DataSize>", SettingAccess.BOTH),
    /** Whether all members are killed together. */
    MEMORY_OOM_GROUP(Controller.MEMORY, "oomGroup", "boolean", SettingAccess.BOTH),
    /** How readily memory is swapped out. */
    MEMORY_SWAPPINESS(Controller.MEMORY, "swappiness", "int", SettingAccess.BOTH),
    /** Whether members wait for memory instead of being killed. */
    MEMORY_OOM_KILL_DISABLED(Controller.MEMORY, "oomKillDisabled", "boolean", SettingAccess.BOTH),
    /** What happens when memory runs out. */
    MEMORY_OOM_CONTROL(Controller.MEMORY, "oomControl", "OomControl", SettingAccess.READ),
    /** Memory in use. */
    MEMORY_USAGE(Controller.MEMORY, "usage", "DataSize", SettingAccess.READ),
    /** The largest usage. */
    MEMORY_PEAK(Controller.MEMORY, "peak", "DataSize", SettingAccess.READ),
    /** How often the limit was reached. */
    MEMORY_FAILURES(Controller.MEMORY, "failures", "long", SettingAccess.READ),
    /** Setting the largest usage back to the present one. */
    MEMORY_RESET_PEAK(Controller.MEMORY, "resetPeak", "void", SettingAccess.WRITE),
    /** Setting the failures back to zero. */
    MEMORY_RESET_FAILURES(Controller.MEMORY, "resetFailures", "void", SettingAccess.WRITE),
    /** Reclaiming as much memory as can be. */
    MEMORY_FORCE_EMPTY(Controller.MEMORY, "forceEmpty", "void", SettingAccess.WRITE),
    /** Reclaiming some memory. */
    MEMORY_RECLAIM(Controller.MEMORY, "reclaim", "ReclaimResult", SettingAccess.WRITE),
    /** Memory in use, by kind. */
    MEMORY_STATS(Controller.MEMORY, "stats", "MemoryStats", SettingAccess.READ),
    /** Swap in use. */
    MEMORY_SWAP_USAGE(Controller.MEMORY, "swapUsage", "DataSize", SettingAccess.READ),
    /** The largest swap usage. */
    MEMORY_SWAP_PEAK(Controller.MEMORY, "swapPeak", "DataSize", SettingAccess.READ),
    /** Limits reached and members killed, with those of groups below. */
    MEMORY_EVENTS(Controller.MEMORY, "events", "MemoryEvents", SettingAccess.READ),
    /** Limits reached and members killed. */
    MEMORY_LOCAL_EVENTS(Controller.MEMORY, "localEvents", "MemoryEvents", SettingAccess.READ),
    /** Limits of swap reached. */
    MEMORY_SWAP_EVENTS(Controller.MEMORY, "swapEvents", "MemorySwapEvents", SettingAccess.READ),
    /** Memory in use on each memory node. */
    MEMORY_NUMA_STATS(Controller.MEMORY, "numaStats", "MemoryNumaStats", SettingAccess.READ),
    /** The limit of bytes read. */
    BLKIO_READ_BPS(Controller.BLKIO, "readBps", "Limit<DataSize> per second", SettingAccess.BOTH),
    /** The limit of bytes written. */
    BLKIO_WRITE_BPS(Controller.BLKIO, "writeBps", "Limit<DataSize> per second", SettingAccess.BOTH),
    /** The limit of read operations. */
    BLKIO_READ_IOPS(Controller.BLKIO, "readIops", "Limit<Long> per second", SettingAccess.BOTH),
    /** The limit of write operations. */
    BLKIO_WRITE_IOPS(Controller.BLKIO, "writeIops", "Limit<Long> per second", SettingAccess.BOTH),
    /** The weight on every disk, on the scale of v1. */
    BLKIO_WEIGHT(Controller.BLKIO, "weight", "BlkioWeight", SettingAccess.BOTH),
    /** The weights of single disks, on the scale of v1. */
    BLKIO_DEVICE_WEIGHTS(Controller.BLKIO, "deviceWeights", "BlkioWeight per disk", SettingAccess.BOTH),
    /** The weight on every disk, on the scale of v2. */
    BLKIO_IO_WEIGHT(Controller.BLKIO, "ioWeight", "IoWeight", SettingAccess.BOTH),
    /** The weights of single disks, on the scale of v2. */
    BLKIO_DEVICE_IO_WEIGHTS(Controller.BLKIO, "deviceIoWeights", "IoWeight per disk", SettingAccess.BOTH),
    /** How long operations may take before others are slowed down. */
    BLKIO_LATENCY_TARGETS(Controller.BLKIO, "latencyTargets", "Duration per disk", SettingAccess.BOTH),
    /** How the weights are kept on a disk. */
    BLKIO_COST_QOS(Controller.BLKIO, "costQos", "CostQos per disk", SettingAccess.BOTH),
    /** What operations cost on a disk. */
    BLKIO_COST_MODELS(Controller.BLKIO, "costModels", "CostModel per disk", SettingAccess.BOTH),
    /** Bytes and operations of each disk. */
    BLKIO_STATS(Controller.BLKIO, "stats", "BlkioStats", SettingAccess.READ),
    /** Setting the statistics back to zero. */
    BLKIO_RESET_STATS(Controller.BLKIO, "resetStats", "void", SettingAccess.WRITE),
    /** Which device nodes may be opened and made. */
    DEVICES_POLICY(Controller.DEVICES, "policy", "DevicePolicy", SettingAccess.WRITE),
    /** The rules as the kernel has them. */
    DEVICES_LIST(Controller.DEVICES, "list", "DeviceList", SettingAccess.READ),
    /** Stopping all members, and letting them go on. */
    FREEZER_FREEZE(Controller.FREEZER, "freeze", "void", SettingAccess.WRITE),
    /** Whether all members stand still. */
    FREEZER_STATE(Controller.FREEZER, "state", "FreezerState", SettingAccess.READ),
    /** Whether the group itself is to stand still. */
    FREEZER_SELF_FREEZING(Controller.FREEZER, "selfFreezing", "boolean", SettingAccess.READ),
    /** Whether a group above is to stand still. */
    FREEZER_PARENT_FREEZING(Controller.FREEZER, "parentFreezing", "boolean", SettingAccess.READ),
    /** The class of packets that members send. */
    NET_CLS_CLASS_ID(Controller.NET_CLS, "classId", "ClassId", SettingAccess.BOTH),
    /** The mark of packets that members send. */
    NET_CLS_MARK(Controller.NET_CLS, "mark", "PacketMark", SettingAccess.BOTH),
    /** The priorities of packets by interface. */
    NET_PRIO_PRIORITIES(Controller.NET_PRIO, "priorities", "long per interface", SettingAccess.READ),
    /** The priority of packets that members send on one interface. */
    NET_PRIO_PRIORITY(Controller.NET_PRIO, "priority", "long", SettingAccess.BOTH),
    /** The number of the group in the kernel's table. */
    NET_PRIO_INDEX(Controller.NET_PRIO, "index", "long", SettingAccess.READ),
    /** The limit of processes and threads. */
    PIDS_MAX(Controller.PIDS, "max", "Limit<Long>", SettingAccess.BOTH),
    /** How many there are. */
    PIDS_CURRENT(Controller.PIDS, "current", "long", SettingAccess.READ),
    /** How many there are and were, and how often the limit was reached. */
    PIDS_STATS(Controller.PIDS, "stats", "PidsStats", SettingAccess.READ),
    /** The limit of huge pages in use. */
    HUGETLB_MAX(Controller.HUGETLB, "max", "Limit<DataSize> per size", SettingAccess.BOTH),
    /** The limit of huge pages reserved. */
    HUGETLB_RESERVATION_MAX(Controller.HUGETLB, "reservationMax", "Limit<DataSize> per size", SettingAccess.BOTH),
    /** Huge pages in use. */
    HUGETLB_USAGE(Controller.HUGETLB, "usage", "DataSize per size", SettingAccess.READ),
    /** Huge pages in use, and how often the limit was reached. */
    HUGETLB_STATS(Controller.HUGETLB, "stats", "HugetlbStats", SettingAccess.READ),
    /** Setting the largest usage back. */
    HUGETLB_RESET_PEAK(Controller.HUGETLB, "resetPeak", "void", SettingAccess.WRITE),
    /** Setting the failures back to zero. */
    HUGETLB_RESET_FAILURES(Controller.HUGETLB, "resetFailures", "void", SettingAccess.WRITE),
    /** The limits of handles and objects. */
    RDMA_MAX(Controller.RDMA, "max", "RdmaLimits per device", SettingAccess.BOTH),
    /** Handles and objects in use. */
    RDMA_CURRENT(Controller.RDMA, "current", "RdmaUsage per device", SettingAccess.READ),
    /** Limits and usage of all devices. */
    RDMA_STATS(Controller.RDMA, "stats", "RdmaStats", SettingAccess.READ),
    /** The limit of a resource of this machine. */
    MISC_MAX(Controller.MISC, "max", "Limit<Long> per resource", SettingAccess.BOTH),
    /** How much of a resource is in use. */
    MISC_CURRENT(Controller.MISC, "current", "long per resource", SettingAccess.READ),
    /** How much of each resource the machine has. */
    MISC_CAPACITY(Controller.MISC, "capacity", "long per resource", SettingAccess.READ),
    /** What is in use, and how often a limit was reached. */
    MISC_STATS(Controller.MISC, "stats", "MiscStats", SettingAccess.READ),
    /** How long members waited for a CPU. */
    PRESSURE_CPU("pressure", "cpu", "Pressure", SettingAccess.READ),
    /** How long members waited for memory. */
    PRESSURE_MEMORY("pressure", "memory", "Pressure", SettingAccess.READ),
    /** How long members waited for disks. */
    PRESSURE_IO("pressure", "io", "Pressure", SettingAccess.READ),
    /** How long interrupts kept members from running. */
    PRESSURE_IRQ("pressure", "irq", "Pressure", SettingAccess.READ),
    /** Whether pressure is measured. */
    PRESSURE_ENABLE("pressure", "enable", "boolean", SettingAccess.WRITE),
    /** What kind of group it is. */
    TREE_TYPE("tree", "type", "GroupType", SettingAccess.READ),
    /** How many levels of groups there may be below. */
    TREE_MAX_DEPTH("tree", "maxDepth", "Limit<Integer>", SettingAccess.BOTH),
    /** How many groups there may be below. */
    TREE_MAX_DESCENDANTS("tree", "maxDescendants", "Limit<Integer>", SettingAccess.BOTH),
    /** How many groups there are below. */
    TREE_STATS("tree", "stats", "TreeStats", SettingAccess.READ),
    /** Whether there are members alive, here or below. */
    TREE_POPULATED("tree", "populated", "boolean", SettingAccess.READ),
    /** Whether all members here and below stand still. */
    TREE_FROZEN("tree", "frozen", "boolean", SettingAccess.READ);

    private final Optional<Controller> controller;
    private final String facet;
    private final String method;
    private final String type;
    private final SettingAccess access;

    Setting(Controller controller, String method, String type, SettingAccess access) {
        this(Optional.of(controller), facet(controller), method, type, access);
    }

    /** Of the tree of groups itself, which is no controller's. */
    Setting(String facet, String method, String type, SettingAccess access) {
        this(Optional.empty(), facet, method, type, access);
    }

    Setting(Optional<Controller> controller, String facet, String method, String type, SettingAccess access) {
        this.controller = controller;
        this.facet = facet;
        this.method = method;
        this.type = type;
        this.access = access;
    }

    /** The name of the method of {@link CgroupControllers}: {@code netCls} for {@code net_cls}. */
    private static String facet(Controller controller) {
        String name = controller.name().toLowerCase(Locale.ROOT);
        int second = name.indexOf('_') + 1;
        return second == 0
                ? name
                : name.substring(0, second - 1)
                        + Character.toUpperCase(name.charAt(second))
                        + name.substring(second + 1);
    }

    /**
     * The controller.
     *
     * @return the controller, empty for what is of the tree of groups itself and needs the unified hierarchy
     */
    public Optional<Controller> controller() {
        return controller;
    }

    /**
     * What to call of a group.
     *
     * @return for example {@code cpu().quota}
     */
    public String call() {
        return facet + "()." + method;
    }

    /**
     * What is read and set.
     *
     * @return the name of the type and, where there are several values, of what there is one for
     */
    public String type() {
        return type;
    }

    /**
     * What can be done with it.
     *
     * @return whether it is for reading, setting or both
     */
    public SettingAccess access() {
        return access;
    }
}
