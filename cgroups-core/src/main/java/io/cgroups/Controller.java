package io.cgroups;

import java.util.Arrays;
import java.util.Optional;

/** A controller (the kernel also says subsystem) of the kernel, which limits or accounts one kind of resource. */
public enum Controller {
    /** CPU time: bandwidth, shares or weight, real-time budget. */
    CPU("cpu"),
    /** CPU accounting; on v2 part of {@code cpu.stat}, which every group has. */
    CPUACCT("cpuacct", true),
    /** Which CPUs and memory nodes may be used. */
    CPUSET("cpuset"),
    /** Memory and swap. */
    MEMORY("memory"),
    /** Block devices; {@code blkio} on v1, {@code io} on v2. */
    BLKIO("blkio", "io"),
    /** Which device nodes may be opened and made; on v2 a BPF program instead of a controller. */
    DEVICES("devices", true),
    /** Stopping all members; on v2 a core file instead of a controller. */
    FREEZER("freezer", true),
    /** Class ids of network packets; on v2 a BPF program instead of a controller. */
    NET_CLS("net_cls", true),
    /** Priorities of network traffic per interface; v1 only. */
    NET_PRIO("net_prio"),
    /** Number of processes and threads. */
    PIDS("pids"),
    /** Huge pages. */
    HUGETLB("hugetlb"),
    /** Remote direct memory access objects. */
    RDMA("rdma"),
    /** Scalar resources of particular machines, such as encryption ids. */
    MISC("misc"),
    /** Grouping for {@code perf_event_open(2)}. */
    PERF_EVENT("perf_event", true);

    private final String v1Name;
    private final String v2Name;
    private final boolean builtIntoV2;

    Controller(String name) {
        this(name, false);
    }

    Controller(String name, boolean builtIntoV2) {
        this(name, name, builtIntoV2);
    }

    Controller(String v1Name, String v2Name) {
        this(v1Name, v2Name, false);
    }

    Controller(String v1Name, String v2Name, boolean builtIntoV2) {
        this.v1Name = v1Name;
        this.v2Name = v2Name;
        this.builtIntoV2 = builtIntoV2;
    }

    /**
     * Whether every group of the unified hierarchy has it, or what takes its place there, without it being listed in
     * {@code cgroup.controllers} or enabled: core files and BPF programs do the work of a controller.
     *
     * @return true for {@link #CPUACCT}, {@link #DEVICES}, {@link #FREEZER}, {@link #NET_CLS} and {@link #PERF_EVENT}
     */
    public boolean isBuiltIntoV2() {
        return builtIntoV2;
    }

    /**
     * The name the kernel uses on a hierarchy of this version.
     *
     * @param version the version of control groups
     * @return for example {@code blkio} or {@code io}
     */
    public String kernelName(Hierarchy.Version version) {
        return version == Hierarchy.Version.V1 ? v1Name : v2Name;
    }

    /**
     * Finds the controller of a name.
     *
     * @param kernelName as the kernel writes it on a hierarchy of this version
     * @param version the version of control groups
     * @return the controller, empty when this library does not know it
     */
    public static Optional<Controller> of(String kernelName, Hierarchy.Version version) {
        return Arrays.stream(values())
                .filter(controller -> controller.kernelName(version).equals(kernelName))
                .findFirst();
    }
}
