package io.cgroups.v1;

import io.cgroups.CgroupFormatException;
import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.cpuset.CpusetController;
import io.cgroups.cpuset.CpusetPartition;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.CpusetStats;
import io.cgroups.cpuset.IdSet;
import io.cgroups.cpuset.SchedRelaxDomainLevel;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.GroupSnapshot;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Optional;

/** The cpuset controller of v1. */
final class V1Cpuset extends DriverFacet<CpusetSpec, CpusetController> implements CpusetController {
    static final String CPUS = "cpuset.cpus";
    static final String MEMS = "cpuset.mems";
    static final String CPU_EXCLUSIVE = "cpuset.cpu_exclusive";
    static final String MEM_EXCLUSIVE = "cpuset.mem_exclusive";
    static final String MEM_HARDWALL = "cpuset.mem_hardwall";
    static final String MEMORY_MIGRATE = "cpuset.memory_migrate";
    static final String SCHED_LOAD_BALANCE = "cpuset.sched_load_balance";
    static final String MEMORY_SPREAD_PAGE = "cpuset.memory_spread_page";
    static final String MEMORY_SPREAD_SLAB = "cpuset.memory_spread_slab";
    static final String SCHED_RELAX_DOMAIN_LEVEL = "cpuset.sched_relax_domain_level";

    /** What the kernel reads and shows for the system's default level. */
    static final String NO_LEVEL = "-1";

    private static final String EFFECTIVE_CPUS = "cpuset.effective_cpus";
    private static final String EFFECTIVE_MEMS = "cpuset.effective_mems";
    private static final String MEMORY_PRESSURE = "cpuset.memory_pressure";
    private static final String EFFECTIVE_SINCE = "Linux 3.17";
    private static final String EXCLUSIVE_INSTEAD = "use cpuExclusive, which keeps cpuset.cpus from the siblings";
    private static final String PARTITION_INSTEAD =
            EXCLUSIVE_INSTEAD + ", and schedLoadBalance(false) here and above to leave every thread on its CPU";
    private static final String SINCE = "a kernel whose cpuset controller of v1 has this setting";

    V1Cpuset(GroupContext group) {
        super(group, Controller.CPUSET);
    }

    @Override
    protected CpusetController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(CpusetSpec spec) {
        spec.exclusiveCpus().ifPresent(cpus -> {
            throw none("cpuset.cpus.exclusive", EXCLUSIVE_INSTEAD);
        });
        spec.partition().ifPresent(partition -> {
            throw none("cpuset.cpus.partition", PARTITION_INSTEAD);
        });
        List<KernelWrite> writes = new V1CpusetPlan(dir(), spec).writes();
        writes.forEach(write -> require(write.file(), SINCE));
        return writes;
    }

    @Override
    public IdSet cpus() {
        return ids(dir(), CPUS);
    }

    @Override
    public IdSet mems() {
        return ids(dir(), MEMS);
    }

    static IdSet ids(GroupDir dir, String file) {
        return ids(dir, file, dir.read(file));
    }

    private static IdSet ids(GroupDir dir, String file, String text) {
        try {
            return IdSet.parse(text);
        } catch (CgroupFormatException e) {
            throw new CgroupFormatException(dir.file(file), "a list of ids", text, e);
        }
    }

    @Override
    public IdSet effectiveCpus() {
        return ids(dir(), EFFECTIVE_CPUS, readRequired(EFFECTIVE_CPUS, EFFECTIVE_SINCE));
    }

    @Override
    public IdSet availableCpus() {
        Optional<String> text = dir().find(EFFECTIVE_CPUS);
        return text.isPresent() ? ids(dir(), EFFECTIVE_CPUS, text.get()) : cpus();
    }

    @Override
    public IdSet effectiveMems() {
        return ids(dir(), EFFECTIVE_MEMS, readRequired(EFFECTIVE_MEMS, EFFECTIVE_SINCE));
    }

    @Override
    public long memoryPressure() {
        return KernelNumbers.parseCounter(dir().file(MEMORY_PRESSURE), readRequired(MEMORY_PRESSURE, SINCE));
    }

    @Override
    public CpusetStats stats() {
        GroupSnapshot files = new GroupSnapshot(dir());
        return files.of(new CpusetStats(
                findIds(files, EFFECTIVE_CPUS), findIds(files, EFFECTIVE_MEMS), files.findCount(MEMORY_PRESSURE)));
    }

    private Optional<IdSet> findIds(GroupSnapshot files, String file) {
        return files.find(file).map(text -> ids(dir(), file, text));
    }

    private boolean flag(String file) {
        return readRequired(file, SINCE).equals("1");
    }

    @Override
    public boolean cpuExclusive() {
        return flag(CPU_EXCLUSIVE);
    }

    @Override
    public boolean memExclusive() {
        return flag(MEM_EXCLUSIVE);
    }

    @Override
    public boolean memHardwall() {
        return flag(MEM_HARDWALL);
    }

    @Override
    public boolean memoryMigrate() {
        return flag(MEMORY_MIGRATE);
    }

    @Override
    public boolean schedLoadBalance() {
        return flag(SCHED_LOAD_BALANCE);
    }

    @Override
    public boolean memorySpreadPage() {
        return flag(MEMORY_SPREAD_PAGE);
    }

    @Override
    public boolean memorySpreadSlab() {
        return flag(MEMORY_SPREAD_SLAB);
    }

    @Override
    public SchedRelaxDomainLevel schedRelaxDomainLevel() {
        String text = readRequired(SCHED_RELAX_DOMAIN_LEVEL, SINCE);
        return text.equals(NO_LEVEL)
                ? SchedRelaxDomainLevel.systemDefault()
                : SchedRelaxDomainLevel.of(
                        Math.toIntExact(KernelNumbers.parse(dir().file(SCHED_RELAX_DOMAIN_LEVEL), text)));
    }

    @Override
    public IdSet exclusiveCpus() {
        throw none("cpuset.cpus.exclusive", EXCLUSIVE_INSTEAD);
    }

    @Override
    public CpusetPartition partition() {
        throw none("cpuset.cpus.partition", PARTITION_INSTEAD);
    }

    private static UnsupportedSettingException none(String setting, String instead) {
        return new UnsupportedSettingException(Failure.of("use " + setting, "v1 has none; " + instead));
    }
}
