package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.memory.MemoryController;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.MemoryStats;
import io.cgroups.memory.OomControl;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.Optional;

/** The memory controller of v1. */
final class V1Memory extends DriverFacet<MemorySpec, MemoryController> implements MemoryController {
    static final String LIMIT = "memory.limit_in_bytes";
    static final String MEMSW_LIMIT = "memory.memsw.limit_in_bytes";
    static final String SOFT_LIMIT = "memory.soft_limit_in_bytes";
    static final String SWAPPINESS = "memory.swappiness";
    static final String OOM_CONTROL = "memory.oom_control";
    static final String OOM_KILL_DISABLE = "oom_kill_disable";
    static final String USAGE = "memory.usage_in_bytes";
    static final String PEAK = "memory.max_usage_in_bytes";
    static final String MEMSW_SINCE = "a kernel that accounts swap: CONFIG_SWAP, and before Linux 5.8 swapaccount=1";

    private static final String MEMSW_PEAK = "memory.memsw.max_usage_in_bytes";
    private static final String FAILURES = "memory.failcnt";
    private static final String MEMSW_FAILURES = "memory.memsw.failcnt";
    private static final String SOFT_SINCE = "a kernel with the soft limit of v1";
    private static final String SWAPPINESS_SINCE = "a kernel with CONFIG_SWAP";
    private static final String OOM_SINCE = "a kernel with the oom control of v1";

    /** The largest base page of any architecture, which unlimited is rounded down to at the most. */
    private static final long LARGEST_PAGE = 64 << 10;

    V1Memory(GroupContext group) {
        super(group, Controller.MEMORY);
    }

    @Override
    protected MemoryController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(MemorySpec spec) {
        spec.memoryPlusSwapMax().ifPresent(limit -> require(MEMSW_LIMIT, MEMSW_SINCE));
        spec.softLimit().ifPresent(limit -> require(SOFT_LIMIT, SOFT_SINCE));
        spec.swappiness().ifPresent(value -> require(SWAPPINESS, SWAPPINESS_SINCE));
        spec.oomKillDisabled().ifPresent(disabled -> require(OOM_CONTROL, OOM_SINCE));
        return new V1MemoryPlan(dir(), spec).writes();
    }

    @Override
    public Limit<DataSize> max() {
        return limit(dir().readNumber(LIMIT));
    }

    static Limit<DataSize> limit(long bytes) {
        return V1Sizes.limit(bytes, LARGEST_PAGE);
    }

    @Override
    public Limit<DataSize> memoryPlusSwapMax() {
        return limit(number(MEMSW_LIMIT, MEMSW_SINCE));
    }

    @Override
    public Limit<DataSize> softLimit() {
        return limit(number(SOFT_LIMIT, SOFT_SINCE));
    }

    @Override
    public int swappiness() {
        return Math.toIntExact(number(SWAPPINESS, SWAPPINESS_SINCE));
    }

    private long number(String file, String since) {
        return KernelNumbers.parse(dir().file(file), readRequired(file, since));
    }

    @Override
    public OomControl oomControl() {
        FlatKeyed control = FlatKeyed.parse(dir().file(OOM_CONTROL), readRequired(OOM_CONTROL, OOM_SINCE));
        return new OomControl(
                control.require(OOM_KILL_DISABLE) == 1, control.require("under_oom") == 1, control.find("oom_kill"));
    }

    @Override
    public DataSize usage() {
        return V1Sizes.size(dir(), USAGE);
    }

    @Override
    public DataSize peak() {
        return V1Sizes.size(dir(), PEAK);
    }

    @Override
    public long failures() {
        return dir().readNumber(FAILURES);
    }

    @Override
    public MemoryStats stats() {
        FlatKeyed stat = dir().readFlatKeyed("memory.stat");
        Optional<Limit<DataSize>> hierarchicalMax =
                Optional.ofNullable(stat.all().get("hierarchical_memory_limit")).map(V1Memory::limit);
        return new MemoryStats(
                usage(),
                V1Sizes.findSize(dir(), PEAK),
                V1Sizes.findCount(dir(), FAILURES),
                V1Sizes.findSize(dir(), "memory.memsw.usage_in_bytes"),
                V1Sizes.findSize(dir(), MEMSW_PEAK),
                V1Sizes.findCount(dir(), MEMSW_FAILURES),
                hierarchicalMax,
                stat.all());
    }

    @Override
    public MemoryController resetPeak() {
        dir().write(PEAK, "0");
        V1Sizes.reset(dir(), MEMSW_PEAK);
        return this;
    }

    @Override
    public MemoryController resetFailures() {
        dir().write(FAILURES, "0");
        V1Sizes.reset(dir(), MEMSW_FAILURES);
        return this;
    }

    @Override
    public MemoryController forceEmpty() {
        dir().write("memory.force_empty", "0");
        return this;
    }
}
