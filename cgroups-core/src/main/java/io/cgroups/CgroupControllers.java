package io.cgroups;

import io.cgroups.cpu.CpuController;
import io.cgroups.cpuacct.CpuacctController;
import io.cgroups.hugetlb.HugetlbController;
import io.cgroups.memory.MemoryController;
import io.cgroups.pids.PidsController;

/**
 * The controllers of a group, one facet each, under the kernel's names.
 *
 * <p>A facet is live and cheap: it holds no kernel state.
 */
public interface CgroupControllers {

    /**
     * The group seen through one controller: CPU bandwidth, portion and statistics.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    CpuController cpu();

    /**
     * The group seen through one controller: CPU accounting.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    CpuacctController cpuacct();

    /**
     * The group seen through one controller: memory and swap.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    MemoryController memory();

    /**
     * The group seen through one controller: number of processes and threads.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    PidsController pids();

    /**
     * The group seen through one controller: huge pages.
     *
     * @return the facet
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    HugetlbController hugetlb();
}
