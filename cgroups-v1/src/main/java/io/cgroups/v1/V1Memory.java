package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.memory.MemoryController;
import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemoryNumaStats;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.MemoryStats;
import io.cgroups.memory.MemorySwapEvents;
import io.cgroups.memory.OomControl;
import io.cgroups.memory.ReclaimResult;
import io.cgroups.memory.SoftLimitConversion;
import io.cgroups.memory.SwapConversion;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Converted;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;

/** The memory controller of v1. */
final class V1Memory extends DriverFacet<MemorySpec, MemoryController> implements MemoryController {
    static final String LIMIT = "memory.limit_in_bytes";
    static final String MEMSW_LIMIT = "memory.memsw.limit_in_bytes";
    static final String SOFT_LIMIT = "memory.soft_limit_in_bytes";
    static final String SWAPPINESS = "memory.swappiness";
    static final String OOM_CONTROL = "memory.oom_control";
    static final String OOM_KILL_DISABLE = "oom_kill_disable";
    static final String MEMSW_SINCE = "a kernel that accounts swap: CONFIG_SWAP, and before Linux 5.8 swapaccount=1";
    static final String OOM_SINCE = "a kernel with the oom control of v1";

    private static final String SOFT_SINCE = "a kernel with the soft limit of v1";
    private static final String SWAPPINESS_SINCE = "a kernel with CONFIG_SWAP";

    private final V1MemoryReadings readings;

    V1Memory(GroupContext group) {
        super(group, Controller.MEMORY);
        this.readings = new V1MemoryReadings(dir());
    }

    @Override
    protected MemoryController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(MemorySpec spec) {
        V1MemoryGaps.refuse(dir(), spec);
        spec.limits().keySet().forEach(this::requireFile);
        spec.swappiness().ifPresent(value -> require(SWAPPINESS, SWAPPINESS_SINCE));
        spec.oomKillDisabled().ifPresent(disabled -> require(OOM_CONTROL, OOM_SINCE));
        return new V1MemoryPlan(dir(), spec).writes();
    }

    private void requireFile(MemoryLimit which) {
        switch (which) {
            case MEMORY_PLUS_SWAP_MAX, SWAP_MAX -> require(MEMSW_LIMIT, MEMSW_SINCE);
            case SOFT_LIMIT, LOW, HIGH -> require(SOFT_LIMIT, SOFT_SINCE);
            default -> require(LIMIT, "the memory controller");
        }
    }

    @Override
    public Limit<DataSize> limit(MemoryLimit which) {
        return switch (which) {
            case MAX -> V1Sizes.limit(dir().readNumber(LIMIT));
            case MEMORY_PLUS_SWAP_MAX -> V1Sizes.limit(number(MEMSW_LIMIT, MEMSW_SINCE));
            case SOFT_LIMIT -> V1Sizes.limit(number(SOFT_LIMIT, SOFT_SINCE));
            case LOW -> V1MemoryPlan.value(SoftLimitConversion.LOW.fromSoftLimit(softLimit()));
            case SWAP_MAX -> swapMaxOf(SwapConversion.toSwapMax(memoryPlusSwapMax(), max()));
            case MIN, HIGH, SWAP_HIGH, ZSWAP_MAX -> throw V1MemoryGaps.limit(dir(), which);
        };
    }

    @Override
    public Limit<DataSize> effectiveLimit(MemoryLimit which) {
        return switch (which.requireBound()) {
            case MAX -> readings.hierarchical().max();
            case MEMORY_PLUS_SWAP_MAX -> readings.hierarchical().memoryPlusSwapMax();
            case SWAP_MAX -> {
                V1MemoryReadings.Hierarchical limits = readings.hierarchical();
                yield swapMaxOf(SwapConversion.toSwapMax(limits.memoryPlusSwapMax(), limits.max()));
            }
            default -> throw V1MemoryGaps.limit(dir(), which);
        };
    }

    /** The kernel keeps both limits in order, so there is a difference unless they changed between the two readings. */
    private static Limit<DataSize> swapMaxOf(Converted<Limit<DataSize>> difference) {
        return difference.value().orElse(Limit.of(DataSize.ofBytes(0)));
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
    public boolean oomGroup() {
        throw V1MemoryGaps.oomGroup(dir());
    }

    @Override
    public DataSize usage() {
        return readings.usage();
    }

    @Override
    public DataSize peak() {
        return readings.peak();
    }

    @Override
    public DataSize swapUsage() {
        return readings.swapUsage()
                .orElseThrow(() -> V1MemoryGaps.none(dir(), "the swap line of memory.stat", "it needs " + MEMSW_SINCE));
    }

    @Override
    public DataSize swapPeak() {
        throw V1MemoryGaps.none(dir(), "memory.swap.peak", "stats() has the peak of memory and swap");
    }

    @Override
    public long failures() {
        return dir().readNumber(V1MemoryReadings.FAILURES);
    }

    @Override
    public MemoryStats stats() {
        return readings.stats();
    }

    @Override
    public MemoryEvents events() {
        throw V1MemoryGaps.none(dir(), "memory.events", "it does not count groups below; use localEvents() of each");
    }

    @Override
    public MemoryEvents localEvents() {
        return readings.localEvents();
    }

    @Override
    public MemorySwapEvents swapEvents() {
        throw V1MemoryGaps.none(dir(), "memory.swap.events", "stats() has the failures of memory and swap");
    }

    @Override
    public MemoryNumaStats numaStats() {
        String file = V1MemoryReadings.NUMA_STAT;
        return readings.numaStats(readRequired(file, "a kernel with CONFIG_NUMA"));
    }

    @Override
    public MemoryController resetPeak() {
        dir().write(V1MemoryReadings.PEAK, "0");
        V1Sizes.reset(dir(), V1MemoryReadings.MEMSW_PEAK);
        return this;
    }

    @Override
    public MemoryController resetFailures() {
        dir().write(V1MemoryReadings.FAILURES, "0");
        V1Sizes.reset(dir(), V1MemoryReadings.MEMSW_FAILURES);
        return this;
    }

    @Override
    public MemoryController forceEmpty() {
        dir().write("memory.force_empty", "0");
        return this;
    }

    @Override
    public ReclaimResult reclaim(DataSize amount) {
        throw V1MemoryGaps.none(dir(), "memory.reclaim", "forceEmpty() reclaims what it can");
    }
}
