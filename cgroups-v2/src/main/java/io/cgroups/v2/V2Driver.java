package io.cgroups.v2;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Errno;
import io.cgroups.Hierarchy;
import io.cgroups.Setting;
import io.cgroups.ValueRejectedException;
import io.cgroups.blkio.BlkioController;
import io.cgroups.cpu.CpuController;
import io.cgroups.cpuacct.CpuacctController;
import io.cgroups.cpuset.CpusetController;
import io.cgroups.devices.DevicesController;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.freezer.FreezerController;
import io.cgroups.hugetlb.HugetlbController;
import io.cgroups.memory.MemoryController;
import io.cgroups.misc.MiscController;
import io.cgroups.net.NetClsController;
import io.cgroups.pids.PidsController;
import io.cgroups.pressure.GroupPressure;
import io.cgroups.rdma.RdmaController;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.EventDialect;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.Members;
import io.cgroups.spi.MiscFacet;
import io.cgroups.spi.PidsFacet;
import io.cgroups.spi.Population;
import io.cgroups.spi.RdmaFacet;
import io.cgroups.spi.SettingSource;
import io.cgroups.tree.GroupTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Drives the unified hierarchy. A controller is one line of the table and one class. */
final class V2Driver implements HierarchyDriver {
    private static final Map<Class<?>, Function<GroupContext, ?>> FACETS = Map.ofEntries(
            Map.entry(CpuController.class, V2Cpu::new),
            Map.entry(CpuacctController.class, V2Cpuacct::new),
            Map.entry(CpusetController.class, V2Cpuset::new),
            Map.entry(FreezerController.class, V2Freezer::new),
            Map.entry(PidsController.class, PidsFacet::new),
            Map.entry(GroupPressure.class, V2Pressure::new),
            Map.entry(GroupTree.class, V2Tree::new),
            Map.entry(MemoryController.class, V2Memory::new),
            Map.entry(HugetlbController.class, V2Hugetlb::new),
            Map.entry(DevicesController.class, V2Devices::new),
            Map.entry(NetClsController.class, V2NetCls::new),
            Map.entry(BlkioController.class, V2Blkio::new),
            Map.entry(RdmaController.class, RdmaFacet::new),
            Map.entry(MiscController.class, MiscFacet::new));

    static final String PROCESSES = "cgroup.procs";
    static final String THREADS = "cgroup.threads";

    private static final String KILL = "cgroup.kill";

    private final Hierarchy hierarchy;

    V2Driver(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public String processesFile() {
        return PROCESSES;
    }

    @Override
    public String threadsFile() {
        return THREADS;
    }

    /**
     * A threaded group does not list processes: theirs are the threads that it lists. And a process whose first thread had ended
     * when it was moved in is not listed either, as that one stayed behind.
     */
    @Override
    public Members processes(GroupDir dir) {
        try {
            Members listed = Members.of(dir, PROCESSES);
            return listed.isEmpty() ? V2Threads.processes(dir) : listed;
        } catch (CgroupIoException e) {
            if (e.errno().filter(Errno.EOPNOTSUPP::equals).isPresent()) {
                return V2Threads.processes(dir);
            }
            throw e;
        }
    }

    /** Every group below the root has a file that is about its whole sub-tree. */
    @Override
    public Population population(GroupDir dir) {
        return isRoot(dir) ? HierarchyDriver.super.population(dir) : V2Events.population(dir);
    }

    @Override
    public List<KernelWrite> enable(GroupDir dir, Set<Controller> controllers) {
        return new V2Enabling(dir, controllers).enable();
    }

    @Override
    public Optional<ControllerUnavailableException> whyUnavailable(GroupDir dir, Controller controller) {
        return V2Unavailable.why(dir, controller);
    }

    @Override
    public Optional<Obstacle> whyNotBelow(GroupDir group, Controller controller) {
        return new V2Obstacles(group, controller).below();
    }

    @Override
    public Optional<String> whyNotMoved(GroupDir from, GroupDir to) {
        return V2CommonAncestor.whyNotMoved(from, to);
    }

    @Override
    public boolean takesThreads(GroupDir dir) {
        return V2Threads.isThreaded(dir);
    }

    @Override
    public boolean wantsProcessesInLeaves(GroupDir dir) {
        return V2Threads.isDomain(dir);
    }

    @Override
    public Set<String> enabled(GroupDir dir) {
        return V2Enabling.words(dir, V2Enabling.SUBTREE_CONTROL);
    }

    @Override
    public Runnable rememberEnabled(GroupDir dir) {
        return V2Enabling.remember(dir);
    }

    @Override
    public void makeThreaded(GroupDir created) {
        V2Threads.makeThreaded(created);
    }

    @Override
    public GroupDir domain(GroupDir dir) {
        return V2Threads.domain(dir);
    }

    /** Below a threaded group only threaded groups are of use. */
    @Override
    public void prepare(GroupDir created) {
        if (V2Threads.isInvalid(created)) {
            V2Threads.makeThreaded(created);
        }
    }

    /**
     * Since Linux 5.14, not in a threaded group, and not part of what is usually delegated; without it the members are killed
     * one by one.
     */
    @Override
    public boolean killAll(GroupDir dir) {
        if (!dir.has(KILL)) {
            return false;
        }
        try {
            dir.write(KILL, "1");
            return true;
        } catch (ValueRejectedException | CgroupNotFoundException | CgroupAccessException e) {
            return false;
        }
    }

    @Override
    public boolean canKillAll(GroupDir dir) {
        return dir.has(KILL);
    }

    @Override
    public EventDialect events() {
        return V2EventDialect.INSTANCE;
    }

    @Override
    public SettingSource source(Setting setting) {
        return V2Settings.source(setting);
    }

    /** Only the root lacks this file, since Linux 4.14; a cgroup namespace shows another group at the top. */
    @Override
    public boolean isRoot(GroupDir dir) {
        return dir.parent().isEmpty() && !dir.has(V2Threads.TYPE);
    }

    @Override
    public void hold(GroupDir dir, Deadline deadline) {
        V2FreezerDialect.TREE.hold(dir, deadline);
    }

    /** A frozen member dies all the same, so no group above is ever in the way. */
    @Override
    public Optional<GroupDir> release(GroupDir dir) {
        V2FreezerDialect.TREE.thaw(dir);
        return Optional.empty();
    }

    @Override
    public <F> Optional<F> facet(Class<F> type, GroupContext group) {
        return Optional.ofNullable(FACETS.get(type))
                .map(make -> type.cast(make.apply(new V2Context(group, hierarchy))));
    }
}
