package io.cgroups;

import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of every controller, and every reading; {@link Cgroup#capabilities} says of each whether it works for a
 * group.
 */
public enum Setting {
    /** CPU time in each period. */
    CPU_QUOTA(Controller.CPU, "quota", "CpuQuota", Access.BOTH),
    /** The period that the quota counts in. */
    CPU_PERIOD(Controller.CPU, "period", "CpuPeriod", Access.BOTH),
    /** CPU time that may be saved up. */
    CPU_BURST(Controller.CPU, "burst", "Duration", Access.BOTH),
    /** The portion against siblings, on the scale of v1. */
    CPU_SHARES(Controller.CPU, "shares", "CpuShares", Access.BOTH),
    /** The portion against siblings, on the scale of v2. */
    CPU_WEIGHT(Controller.CPU, "weight", "CpuWeight", Access.BOTH),
    /** The portion against siblings, as a nice value. */
    CPU_WEIGHT_NICE(Controller.CPU, "weightNice", "int", Access.BOTH),
    /** Whether members run only when nobody else wants to. */
    CPU_IDLE(Controller.CPU, "idle", "boolean", Access.BOTH),
    /** CPU time of real-time members in each real-time period. */
    CPU_RT_RUNTIME(Controller.CPU, "rtRuntime", "Limit<Duration>", Access.BOTH),
    /** The period that the real-time runtime counts in. */
    CPU_RT_PERIOD(Controller.CPU, "rtPeriod", "Duration", Access.BOTH),
    /** The least utilisation the scheduler assumes. */
    CPU_UCLAMP_MIN(Controller.CPU, "uclampMin", "CpuClamp", Access.BOTH),
    /** The largest utilisation the scheduler assumes. */
    CPU_UCLAMP_MAX(Controller.CPU, "uclampMax", "CpuClamp", Access.BOTH),
    /** Throttling and CPU time. */
    CPU_STATS(Controller.CPU, "stats", "CpuStats", Access.READ),
    /** CPU time of members. */
    CPUACCT_STATS(Controller.CPUACCT, "stats", "CpuacctStats", Access.READ),
    /** Setting the CPU time back to zero. */
    CPUACCT_RESET_USAGE(Controller.CPUACCT, "resetUsage", "void", Access.WRITE),
    /** The CPUs members may use. */
    CPUSET_CPUS(Controller.CPUSET, "cpus", "IdSet", Access.BOTH),
    /** The memory nodes members may use. */
    CPUSET_MEMS(Controller.CPUSET, "mems", "IdSet", Access.BOTH),
    /** The CPUs members get. */
    CPUSET_EFFECTIVE_CPUS(Controller.CPUSET, "effectiveCpus", "IdSet", Access.READ),
    /** The memory nodes members get. */
    CPUSET_EFFECTIVE_MEMS(Controller.CPUSET, "effectiveMems", "IdSet", Access.READ),
    /** Whether siblings must not share CPUs. */
    CPUSET_CPU_EXCLUSIVE(Controller.CPUSET, "cpuExclusive", "boolean", Access.BOTH),
    /** Whether siblings must not share memory nodes. */
    CPUSET_MEM_EXCLUSIVE(Controller.CPUSET, "memExclusive", "boolean", Access.BOTH),
    /** Whether kernel allocations keep to the memory nodes. */
    CPUSET_MEM_HARDWALL(Controller.CPUSET, "memHardwall", "boolean", Access.BOTH),
    /** Whether pages move when the memory nodes change. */
    CPUSET_MEMORY_MIGRATE(Controller.CPUSET, "memoryMigrate", "boolean", Access.BOTH),
    /** Whether file cache is spread over the memory nodes. */
    CPUSET_MEMORY_SPREAD_PAGE(Controller.CPUSET, "memorySpreadPage", "boolean", Access.BOTH),
    /** Whether caches of inodes are spread over the memory nodes. */
    CPUSET_MEMORY_SPREAD_SLAB(Controller.CPUSET, "memorySpreadSlab", "boolean", Access.BOTH),
    /** Whether the scheduler balances load over the CPUs. */
    CPUSET_SCHED_LOAD_BALANCE(Controller.CPUSET, "schedLoadBalance", "boolean", Access.BOTH),
    /** How far the scheduler looks for an idle CPU. */
    CPUSET_SCHED_RELAX_DOMAIN_LEVEL(Controller.CPUSET, "schedRelaxDomainLevel", "SchedRelaxDomainLevel", Access.BOTH),
    /** How often members have to reclaim memory. */
    CPUSET_MEMORY_PRESSURE(Controller.CPUSET, "memoryPressure", "long", Access.READ),
    /** Whether the group is a scheduling domain of its own. */
    CPUSET_PARTITION(Controller.CPUSET, "partition", "CpusetPartition", Access.BOTH),
    /** The CPUs kept for partitions. */
    CPUSET_EXCLUSIVE_CPUS(Controller.CPUSET, "exclusiveCpus", "IdSet", Access.BOTH),
    /** The limit of memory. */
    MEMORY_MAX(Controller.MEMORY, "max", "Limit<DataSize>", Access.BOTH),
    /** The limit of memory and swap together. */
    MEMORY_PLUS_SWAP_MAX(Controller.MEMORY, "memoryPlusSwapMax", "Limit<DataSize>", Access.BOTH),
    /** The size down to which the group is reclaimed first. */
    MEMORY_SOFT_LIMIT(Controller.MEMORY, "softLimit", "Limit<DataSize>", Access.BOTH),
    /** How readily memory is swapped out. */
    MEMORY_SWAPPINESS(Controller.MEMORY, "swappiness", "int", Access.BOTH),
    /** Whether members wait for memory instead of being killed. */
    MEMORY_OOM_KILL_DISABLED(Controller.MEMORY, "oomKillDisabled", "boolean", Access.WRITE),
    /** What happens when memory runs out. */
    MEMORY_OOM_CONTROL(Controller.MEMORY, "oomControl", "OomControl", Access.READ),
    /** Memory in use. */
    MEMORY_USAGE(Controller.MEMORY, "usage", "DataSize", Access.READ),
    /** The largest usage. */
    MEMORY_PEAK(Controller.MEMORY, "peak", "DataSize", Access.READ),
    /** How often the limit was reached. */
    MEMORY_FAILURES(Controller.MEMORY, "failures", "long", Access.READ),
    /** Setting the largest usage back to the present one. */
    MEMORY_RESET_PEAK(Controller.MEMORY, "resetPeak", "void", Access.WRITE),
    /** Setting the failures back to zero. */
    MEMORY_RESET_FAILURES(Controller.MEMORY, "resetFailures", "void", Access.WRITE),
    /** Reclaiming as much memory as can be. */
    MEMORY_FORCE_EMPTY(Controller.MEMORY, "forceEmpty", "void", Access.WRITE),
    /** Memory in use, by kind. */
    MEMORY_STATS(Controller.MEMORY, "stats", "MemoryStats", Access.READ),
    /** The limit of bytes read. */
    BLKIO_READ_BPS(Controller.BLKIO, "readBps", "Limit<DataSize> per second", Access.BOTH),
    /** The limit of bytes written. */
    BLKIO_WRITE_BPS(Controller.BLKIO, "writeBps", "Limit<DataSize> per second", Access.BOTH),
    /** The limit of read operations. */
    BLKIO_READ_IOPS(Controller.BLKIO, "readIops", "Limit<Long> per second", Access.BOTH),
    /** The limit of write operations. */
    BLKIO_WRITE_IOPS(Controller.BLKIO, "writeIops", "Limit<Long> per second", Access.BOTH),
    /** The weight on every disk, on the scale of v1. */
    BLKIO_WEIGHT(Controller.BLKIO, "weight", "BlkioWeight", Access.BOTH),
    /** The weights of single disks, on the scale of v1. */
    BLKIO_DEVICE_WEIGHTS(Controller.BLKIO, "deviceWeights", "BlkioWeight per disk", Access.READ),
    /** The weight on every disk, on the scale of v2. */
    BLKIO_IO_WEIGHT(Controller.BLKIO, "ioWeight", "IoWeight", Access.BOTH),
    /** The weights of single disks, on the scale of v2. */
    BLKIO_DEVICE_IO_WEIGHTS(Controller.BLKIO, "deviceIoWeights", "IoWeight per disk", Access.READ),
    /** How long requests may take before others are held back. */
    BLKIO_LATENCY_TARGET(Controller.BLKIO, "latencyTarget", "Limit<Duration> per disk", Access.BOTH),
    /** Whether the cost model divides the time of a disk, and by which goals. */
    BLKIO_COST_QOS(Controller.BLKIO, "costQos", "CostQos per disk", Access.BOTH),
    /** What the cost model takes a disk for. */
    BLKIO_COST_MODEL(Controller.BLKIO, "costModel", "CostModel per disk", Access.BOTH),
    /** Bytes and operations of each disk. */
    BLKIO_STATS(Controller.BLKIO, "stats", "BlkioStats", Access.READ),
    /** Setting the statistics back to zero. */
    BLKIO_RESET_STATS(Controller.BLKIO, "resetStats", "void", Access.WRITE),
    /** Which device nodes may be opened and made. */
    DEVICES_POLICY(Controller.DEVICES, "policy", "DevicePolicy", Access.WRITE),
    /** The rules as the kernel has them. */
    DEVICES_LIST(Controller.DEVICES, "list", "DeviceList", Access.READ),
    /** Stopping all members, and letting them go on. */
    FREEZER_FREEZE(Controller.FREEZER, "freeze", "void", Access.WRITE),
    /** Whether all members stand still. */
    FREEZER_STATE(Controller.FREEZER, "state", "FreezerState", Access.READ),
    /** Whether the group itself is to stand still. */
    FREEZER_SELF_FREEZING(Controller.FREEZER, "selfFreezing", "boolean", Access.READ),
    /** Whether a group above is to stand still. */
    FREEZER_PARENT_FREEZING(Controller.FREEZER, "parentFreezing", "boolean", Access.READ),
    /** The class of packets that members send. */
    NET_CLS_CLASS_ID(Controller.NET_CLS, "classId", "ClassId", Access.BOTH),
    /** The mark of packets that members send. */
    NET_CLS_MARK(Controller.NET_CLS, "mark", "PacketMark", Access.BOTH),
    /** The priorities of packets by interface. */
    NET_PRIO_PRIORITIES(Controller.NET_PRIO, "priorities", "long per interface", Access.READ),
    /** The priority of packets that members send on one interface. */
    NET_PRIO_PRIORITY(Controller.NET_PRIO, "priority", "long", Access.BOTH),
    /** The number of the group in the kernel's table. */
    NET_PRIO_INDEX(Controller.NET_PRIO, "index", "long", Access.READ),
    /** The limit of processes and threads. */
    PIDS_MAX(Controller.PIDS, "max", "Limit<Long>", Access.BOTH),
    /** How many there are. */
    PIDS_CURRENT(Controller.PIDS, "current", "long", Access.READ),
    /** How many there are and were, and how often the limit was reached. */
    PIDS_STATS(Controller.PIDS, "stats", "PidsStats", Access.READ),
    /** The limit of huge pages in use. */
    HUGETLB_MAX(Controller.HUGETLB, "max", "Limit<DataSize> per size", Access.BOTH),
    /** The limit of huge pages reserved. */
    HUGETLB_RESERVATION_MAX(Controller.HUGETLB, "reservationMax", "Limit<DataSize> per size", Access.BOTH),
    /** Huge pages in use. */
    HUGETLB_USAGE(Controller.HUGETLB, "usage", "DataSize per size", Access.READ),
    /** Huge pages in use, and how often the limit was reached. */
    HUGETLB_STATS(Controller.HUGETLB, "stats", "HugetlbStats", Access.READ),
    /** Setting the largest usage back. */
    HUGETLB_RESET_PEAK(Controller.HUGETLB, "resetPeak", "void", Access.WRITE),
    /** Setting the failures back to zero. */
    HUGETLB_RESET_FAILURES(Controller.HUGETLB, "resetFailures", "void", Access.WRITE),
    /** The limits of handles and objects. */
    RDMA_MAX(Controller.RDMA, "max", "RdmaLimits per device", Access.BOTH),
    /** Handles and objects in use. */
    RDMA_CURRENT(Controller.RDMA, "current", "RdmaUsage per device", Access.READ),
    /** Limits and usage of all devices. */
    RDMA_STATS(Controller.RDMA, "stats", "RdmaStats", Access.READ),
    /** How much of each resource the machine has. */
    MISC_CAPACITY(Controller.MISC, "capacity", "long per resource", Access.READ),
    /** The limit of a resource. */
    MISC_MAX(Controller.MISC, "max", "Limit<Long> per resource", Access.BOTH),
    /** How much of a resource is in use. */
    MISC_CURRENT(Controller.MISC, "current", "long per resource", Access.READ),
    /** What is in use of all resources, and how often a limit was reached. */
    MISC_STATS(Controller.MISC, "stats", "MiscStats", Access.READ);

    /** What can be done with a setting. */
    public enum Access {
        /** Reading only. */
        READ,
        /** Setting only, or an action. */
        WRITE,
        /** Reading and setting. */
        BOTH
    }

    private final Optional<Controller> controller;
    private final String facet;
    private final String method;
    private final String type;
    private final Access access;

    Setting(Controller controller, String method, String type, Access access) {
        this(Optional.of(controller), facet(controller), method, type, access);
    }

    Setting(Optional<Controller> controller, String facet, String method, String type, Access access) {
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
    public Access access() {
        return access;
    }

    /**
     * Whether it tells anything.
     *
     * @return false for what is for setting only
     */
    public boolean isReadable() {
        return access != Access.WRITE;
    }

    /**
     * Whether it changes anything.
     *
     * @return false for what is for reading only
     */
    public boolean isWritable() {
        return access != Access.READ;
    }
}
