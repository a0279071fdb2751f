package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.Controller;
import io.cgroups.cpuset.CpusetController;
import io.cgroups.cpuset.CpusetPartition;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.CpusetStats;
import io.cgroups.cpuset.IdSet;
import io.cgroups.cpuset.SchedRelaxDomainLevel;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The cpuset controller of v2. */
final class V2Cpuset extends DriverFacet<CpusetSpec, CpusetController> implements CpusetController {
    static final String CPUS = "cpuset.cpus";
    static final String MEMS = "cpuset.mems";
    static final String EXCLUSIVE = "cpuset.cpus.exclusive";
    static final String PARTITION = "cpuset.cpus.partition";
    static final String EFFECTIVE_CPUS = "cpuset.cpus.effective";
    static final String EFFECTIVE_MEMS = "cpuset.mems.effective";

    private static final String SINCE = "Linux 5.0";
    private static final String EXCLUSIVE_SINCE = "Linux 6.7";

    V2Cpuset(GroupContext group) {
        super(group, Controller.CPUSET);
    }

    @Override
    protected CpusetController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(CpusetSpec spec) {
        V2CpusetAbsent.check(spec);
        spec.cpus().ifPresent(cpus -> require(CPUS, SINCE));
        spec.mems().ifPresent(mems -> require(MEMS, SINCE));
        spec.exclusiveCpus().ifPresent(cpus -> require(EXCLUSIVE, EXCLUSIVE_SINCE));
        spec.partition().ifPresent(partition -> require(PARTITION, SINCE));
        return new V2CpusetPlan(dir(), spec).writes();
    }

    @Override
    public IdSet cpus() {
        return ids(CPUS, SINCE);
    }

    @Override
    public IdSet mems() {
        return ids(MEMS, SINCE);
    }

    @Override
    public IdSet effectiveCpus() {
        return ids(EFFECTIVE_CPUS, SINCE);
    }

    @Override
    public IdSet availableCpus() {
        return dir().upwards(at -> at.find(EFFECTIVE_CPUS).map(text -> ids(at, EFFECTIVE_CPUS, text))).stream()
                .findFirst()
                .orElseGet(this::effectiveCpus);
    }

    @Override
    public IdSet effectiveMems() {
        return ids(EFFECTIVE_MEMS, SINCE);
    }

    @Override
    public IdSet exclusiveCpus() {
        return ids(EXCLUSIVE, EXCLUSIVE_SINCE);
    }

    private IdSet ids(String file, String since) {
        return ids(dir(), file, readRequired(file, since));
    }

    static IdSet ids(GroupDir dir, String file, String text) {
        try {
            return IdSet.parse(text);
        } catch (CgroupFormatException e) {
            throw new CgroupFormatException(dir.file(file), "a list of ids", text, e);
        }
    }

    @Override
    public CpusetPartition partition() {
        return V2CpusetPartition.parse(dir().file(PARTITION), readRequired(PARTITION, SINCE));
    }

    @Override
    public CpusetStats stats() {
        return new CpusetStats(Optional.of(effectiveCpus()), Optional.of(effectiveMems()), OptionalLong.empty());
    }

    @Override
    public long memoryPressure() {
        throw V2CpusetAbsent.MEMORY_PRESSURE.exception();
    }

    @Override
    public boolean cpuExclusive() {
        throw V2CpusetAbsent.CPU_EXCLUSIVE.exception();
    }

    @Override
    public boolean memExclusive() {
        throw V2CpusetAbsent.MEM_EXCLUSIVE.exception();
    }

    @Override
    public boolean memHardwall() {
        throw V2CpusetAbsent.MEM_HARDWALL.exception();
    }

    @Override
    public boolean memoryMigrate() {
        throw V2CpusetAbsent.MEMORY_MIGRATE.exception();
    }

    @Override
    public boolean schedLoadBalance() {
        throw V2CpusetAbsent.SCHED_LOAD_BALANCE.exception();
    }

    @Override
    public boolean memorySpreadPage() {
        throw V2CpusetAbsent.MEMORY_SPREAD_PAGE.exception();
    }

    @Override
    public boolean memorySpreadSlab() {
        throw V2CpusetAbsent.MEMORY_SPREAD_SLAB.exception();
    }

    @Override
    public SchedRelaxDomainLevel schedRelaxDomainLevel() {
        throw V2CpusetAbsent.SCHED_RELAX_DOMAIN_LEVEL.exception();
    }
}
