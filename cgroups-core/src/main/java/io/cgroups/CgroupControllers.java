package io.cgroups;

import io.cgroups.blkio.BlkioController;
import io.cgroups.cpu.CpuController;
import io.cgroups.cpuacct.CpuacctController;
import io.cgroups.cpuset.CpusetController;
import io.cgroups.devices.DevicesController;
import io.cgroups.freezer.FreezerController;
import io.cgroups.hugetlb.HugetlbController;
import io.cgroups.memory.MemoryController;
import io.cgroups.misc.MiscController;
import io.cgroups.net.NetClsController;
import io.cgroups.net.NetPrioController;
import io.cgroups.pids.PidsController;
import io.cgroups.pressure.GroupPressure;
import io.cgroups.rdma.RdmaController;
import io.cgroups.tree.GroupTree;

/**
 * The controllers of a group, one facet each, under the kernel's names, and what the unified hierarchy has besides.
 *
 * <p>A facet is live and cheap: it holds no kernel state.
 */
public interface CgroupControllers {

    /**
     * The group seen through one controller: CPU bandwidth, portion and statistics.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    CpuController cpu();

    /**
     * How many CPUs' worth of time members get at most: what the quotas of this group and those above allow, and no more than
     * there are CPUs in its cpuset. A JVM that was moved asks this and not {@link Runtime#availableProcessors}, which stays as it was.
     * What is above the root of the mount or of the cgroup namespace cannot be seen.
     *
     * @return for example 1.5; the smaller one of {@link CpuController#effectiveBandwidth} and the size of
     *     {@link CpusetController#availableCpus}
     * @throws ControllerUnavailableException if the group is not in the hierarchies of both controllers
     */
    default double availableCpus() {
        return Math.min(
                cpu().effectiveBandwidth().cpus(), cpuset().availableCpus().size());
    }

    /**
     * The group seen through one controller: CPU accounting.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    CpuacctController cpuacct();

    /**
     * The group seen through one controller: memory and swap.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    MemoryController memory();

    /**
     * The group seen through one controller: number of processes and threads.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    PidsController pids();

    /**
     * The group seen through one controller: huge pages.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    HugetlbController hugetlb();

    /**
     * The group seen through one controller: which CPUs and memory nodes may be used.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    CpusetController cpuset();

    /**
     * The group seen through one controller: block devices.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    BlkioController blkio();

    /**
     * The group seen through one controller: which device nodes may be opened and made.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    DevicesController devices();

    /**
     * The group seen through one controller: class id of network packets.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    NetClsController netCls();

    /**
     * The group seen through one controller: priorities per network interface.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    NetPrioController netPrio();

    /**
     * The group seen through one controller: remote direct memory access objects.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    RdmaController rdma();

    /**
     * The group seen through one controller: scalar resources of particular machines.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    MiscController misc();

    /**
     * The group seen through one controller: stopping all members, and letting them go on.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group is not in the hierarchy of the controller; where it is and the
     *     controller is not enabled, a setting enables it and reading throws this
     */
    FreezerController freezer();

    /**
     * How much time members lose to waiting for CPU, memory and I/O; of no controller, on the unified hierarchy.
     *
     * @return the facet
     * @throws UnsupportedSettingException if the group is not in a unified hierarchy; the hint says how it gets there
     */
    GroupPressure pressure();

    /**
     * Kinds and limits of the groups below; of no controller, on the unified hierarchy.
     *
     * @return the facet
     * @throws UnsupportedSettingException if the group is not in a unified hierarchy; the hint says how it gets there
     */
    GroupTree tree();
}
