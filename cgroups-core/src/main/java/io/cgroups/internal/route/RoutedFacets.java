package io.cgroups.internal.route;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
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
import io.cgroups.spi.GroupContext;
import io.cgroups.tree.GroupTree;

/** The controllers of a group: each facet comes from the driver of the hierarchy that carries its controller. */
abstract class RoutedFacets implements Cgroup, GroupContext {

    /** The facet of a controller; throws {@link io.cgroups.ControllerUnavailableException} without it. */
    abstract <F> F facet(Controller controller, Class<F> type);

    @Override
    public CpuController cpu() {
        return facet(Controller.CPU, CpuController.class);
    }

    @Override
    public CpuacctController cpuacct() {
        return facet(Controller.CPUACCT, CpuacctController.class);
    }

    @Override
    public MemoryController memory() {
        return facet(Controller.MEMORY, MemoryController.class);
    }

    @Override
    public PidsController pids() {
        return facet(Controller.PIDS, PidsController.class);
    }

    @Override
    public HugetlbController hugetlb() {
        return facet(Controller.HUGETLB, HugetlbController.class);
    }

    @Override
    public CpusetController cpuset() {
        return facet(Controller.CPUSET, CpusetController.class);
    }

    @Override
    public BlkioController blkio() {
        return facet(Controller.BLKIO, BlkioController.class);
    }

    @Override
    public DevicesController devices() {
        return facet(Controller.DEVICES, DevicesController.class);
    }

    @Override
    public NetClsController netCls() {
        return facet(Controller.NET_CLS, NetClsController.class);
    }

    @Override
    public NetPrioController netPrio() {
        return facet(Controller.NET_PRIO, NetPrioController.class);
    }

    @Override
    public RdmaController rdma() {
        return facet(Controller.RDMA, RdmaController.class);
    }

    @Override
    public MiscController misc() {
        return facet(Controller.MISC, MiscController.class);
    }

    @Override
    public FreezerController freezer() {
        return facet(Controller.FREEZER, FreezerController.class);
    }

    /** The facet of what is no controller's; throws {@link io.cgroups.UnsupportedSettingException} without it. */
    abstract <F> F unifiedFacet(Class<F> type);

    @Override
    public GroupPressure pressure() {
        return unifiedFacet(GroupPressure.class);
    }

    @Override
    public GroupTree tree() {
        return unifiedFacet(GroupTree.class);
    }
}
