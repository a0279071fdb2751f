package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.Setting;
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
import io.cgroups.rdma.RdmaController;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.EventDialect;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.MiscFacet;
import io.cgroups.spi.PidsFacet;
import io.cgroups.spi.RdmaFacet;
import io.cgroups.spi.SettingSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Drives one v1 hierarchy. A controller is one line of the table and one class. */
final class V1Driver implements HierarchyDriver {
    private static final Map<Class<?>, Function<GroupContext, ?>> FACETS = Map.ofEntries(
            Map.entry(CpuController.class, V1Cpu::new),
            Map.entry(CpuacctController.class, V1Cpuacct::new),
            Map.entry(MemoryController.class, V1Memory::new),
            Map.entry(DevicesController.class, V1Devices::new),
            Map.entry(PidsController.class, PidsFacet::new),
            Map.entry(HugetlbController.class, V1Hugetlb::new),
            Map.entry(BlkioController.class, V1Blkio::new),
            Map.entry(FreezerController.class, V1Freezer::new),
            Map.entry(NetClsController.class, V1NetCls::new),
            Map.entry(NetPrioController.class, V1NetPrio::new),
            Map.entry(CpusetController.class, V1Cpuset::new),
            Map.entry(RdmaController.class, RdmaFacet::new),
            Map.entry(MiscController.class, MiscFacet::new));

    static final String PROCESSES = "cgroup.procs";

    private final Hierarchy hierarchy;

    V1Driver(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public String processesFile() {
        return PROCESSES;
    }

    @Override
    public String threadsFile() {
        return "tasks";
    }

    @Override
    public void prepare(GroupDir created) {
        if (hierarchy.has(Controller.CPUSET)) {
            V1CpusetInheritance.inherit(created);
        }
    }

    @Override
    public void adopt(GroupDir existing) {
        prepare(existing);
    }

    @Override
    public boolean killAll(GroupDir dir) {
        return false;
    }

    @Override
    public void hold(GroupDir dir, Deadline deadline) {
        if (hierarchy.has(Controller.FREEZER)) {
            V1FreezerDialect.TREE.hold(dir, deadline);
        }
    }

    @Override
    public Optional<GroupDir> release(GroupDir dir) {
        if (!hierarchy.has(Controller.FREEZER)) {
            return Optional.empty();
        }
        V1FreezerDialect.TREE.thaw(dir);
        return V1FreezerDialect.TREE.frozenAbove(dir);
    }

    @Override
    public EventDialect events() {
        return V1EventDialect.INSTANCE;
    }

    @Override
    public SettingSource source(Setting setting) {
        return V1Settings.source(setting);
    }

    /** Only the root has this file, since Linux 3.10; a bind mount or a cgroup namespace shows another group at the top. */
    @Override
    public boolean isRoot(GroupDir dir) {
        return dir.parent().isEmpty() && dir.has("cgroup.sane_behavior");
    }

    @Override
    public <F> Optional<F> facet(Class<F> type, GroupContext group) {
        return Optional.ofNullable(FACETS.get(type)).map(make -> type.cast(make.apply(group)));
    }
}
