package io.cgroups.testkit;

import io.cgroups.cpuset.IdSet;
import io.cgroups.testkit.MemFile.Cell;

/** What one group of the in-memory cpuset controller has. Guarded by the kernel's lock. */
final class V1CpusetState {

    /** A set and whether it is exclusive: the CPUs, or the memory nodes. */
    static final class Part {
        final Cell<IdSet> ids = new Cell<>(IdSet.empty());
        final Cell<Boolean> exclusive = new Cell<>(false);
    }

    final Part cpus = new Part();
    final Part mems = new Part();
    final Cell<Boolean> memHardwall = new Cell<>(false);
    final Cell<Boolean> memoryMigrate = new Cell<>(false);
    final Cell<Boolean> schedLoadBalance = new Cell<>(true);
    final Cell<Boolean> memorySpreadPage = new Cell<>(false);
    final Cell<Boolean> memorySpreadSlab = new Cell<>(false);
    final Cell<Boolean> memoryPressureEnabled = new Cell<>(false);
    final Cell<Long> schedRelaxDomainLevel = new Cell<>(-1L);

    /** What the root has: the whole machine, to itself. */
    static V1CpusetState root(IdSet cpus, IdSet mems) {
        V1CpusetState root = new V1CpusetState();
        root.cpus.ids.set(cpus);
        root.cpus.exclusive.set(true);
        root.mems.ids.set(mems);
        root.mems.exclusive.set(true);
        return root;
    }

    /** What a new group below this one has: its sets only on request, see {@code cgroup.clone_children}. */
    V1CpusetState child() {
        V1CpusetState child = new V1CpusetState();
        child.memorySpreadPage.set(memorySpreadPage.get());
        child.memorySpreadSlab.set(memorySpreadSlab.get());
        return child;
    }
}
