package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
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
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelSizes;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;

/** The memory controller of v2. */
final class V2Memory extends DriverFacet<MemorySpec, MemoryController> implements MemoryController {
    private static final String OOM_GROUP_SINCE = "Linux 4.19, and " + V2MemoryLimits.BELOW_ROOT;

    private final V2MemoryReadings readings;

    V2Memory(GroupContext group) {
        super(group, Controller.MEMORY);
        this.readings = new V2MemoryReadings(dir());
    }

    @Override
    protected MemoryController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(MemorySpec spec) {
        V2MemoryGaps.refuse(dir(), spec);
        for (MemoryLimit which : spec.limits().keySet()) {
            MemoryLimit target = V2MemoryLimits.target(which, spec.softLimitConversion());
            require(V2MemoryLimits.file(target), V2MemoryLimits.since(target));
        }
        spec.oomGroup().ifPresent(together -> require(V2MemoryPlan.OOM_GROUP, OOM_GROUP_SINCE));
        return new V2MemoryPlan(dir(), spec).writes();
    }

    @Override
    public Limit<DataSize> limit(MemoryLimit which) {
        return switch (which) {
            case MEMORY_PLUS_SWAP_MAX -> V2MemoryLimits.sum(swapMax(), max());
            case SOFT_LIMIT -> SoftLimitConversion.LOW.toSoftLimit(low()).orElseThrow(IllegalStateException::new);
            default -> {
                String file = V2MemoryLimits.file(which);
                yield KernelSizes.limit(dir().file(file), readRequired(file, V2MemoryLimits.since(which)), 0);
            }
        };
    }

    @Override
    public Limit<DataSize> effectiveLimit(MemoryLimit which) {
        return which.requireBound() == MemoryLimit.MEMORY_PLUS_SWAP_MAX
                ? V2MemoryLimits.sum(
                        V2MemoryLimits.effective(dir(), MemoryLimit.SWAP_MAX),
                        V2MemoryLimits.effective(dir(), MemoryLimit.MAX))
                : V2MemoryLimits.effective(dir(), which);
    }

    @Override
    public int swappiness() {
        throw V2MemoryGaps.swappiness(dir());
    }

    @Override
    public OomControl oomControl() {
        throw V2MemoryGaps.oomControl(dir());
    }

    @Override
    public boolean oomGroup() {
        return number(V2MemoryPlan.OOM_GROUP, OOM_GROUP_SINCE) == 1;
    }

    @Override
    public DataSize usage() {
        return DataSize.ofBytes(number(V2MemoryReadings.USAGE, V2MemoryLimits.BELOW_ROOT));
    }

    @Override
    public DataSize peak() {
        return DataSize.ofBytes(number(V2MemoryReadings.PEAK, "Linux 5.19, and " + V2MemoryLimits.BELOW_ROOT));
    }

    @Override
    public DataSize swapUsage() {
        String since = V2MemoryLimits.since(MemoryLimit.SWAP_MAX);
        return DataSize.ofBytes(number(V2MemoryReadings.SWAP_USAGE, since));
    }

    @Override
    public DataSize swapPeak() {
        String since = "Linux 6.5, " + V2MemoryLimits.since(MemoryLimit.SWAP_MAX);
        return DataSize.ofBytes(number(V2MemoryReadings.SWAP_PEAK, since));
    }

    private long number(String file, String since) {
        return KernelNumbers.parseCounter(dir().file(file), readRequired(file, since));
    }

    @Override
    public long failures() {
        // Before Linux 5.2 the events were those of the group alone, and there was one file.
        String file = V2MemoryReadings.EVENTS;
        return dir().find(V2MemoryReadings.LOCAL_EVENTS)
                .map(text -> FlatKeyed.parse(dir().file(V2MemoryReadings.LOCAL_EVENTS), text))
                .orElseGet(() -> FlatKeyed.parse(dir().file(file), readRequired(file, V2MemoryLimits.BELOW_ROOT)))
                .require("max");
    }

    @Override
    public MemoryStats stats() {
        return readings.stats(usage());
    }

    @Override
    public MemoryEvents events() {
        return events(V2MemoryReadings.EVENTS, V2MemoryLimits.BELOW_ROOT);
    }

    @Override
    public MemoryEvents localEvents() {
        return events(V2MemoryReadings.LOCAL_EVENTS, "Linux 5.2, and " + V2MemoryLimits.BELOW_ROOT);
    }

    private MemoryEvents events(String file, String since) {
        return readings.events(file, readRequired(file, since));
    }

    @Override
    public MemorySwapEvents swapEvents() {
        String since = "Linux 4.18, " + V2MemoryLimits.since(MemoryLimit.SWAP_MAX);
        return readings.swapEvents(readRequired(V2MemoryReadings.SWAP_EVENTS, since));
    }

    @Override
    public MemoryNumaStats numaStats() {
        return readings.numaStats(readRequired(V2MemoryReadings.NUMA_STAT, "Linux 5.10 with CONFIG_NUMA"));
    }

    @Override
    public MemoryController resetPeak() {
        throw V2MemoryGaps.resetPeak(dir());
    }

    @Override
    public MemoryController resetFailures() {
        throw V2MemoryGaps.resetFailures(dir());
    }

    @Override
    public MemoryController forceEmpty() {
        throw V2MemoryGaps.forceEmpty(dir());
    }

    @Override
    public ReclaimResult reclaim(DataSize amount) {
        String file = require("memory.reclaim", "Linux 5.19");
        try {
            dir().write(file, Long.toString(amount.bytes()));
            return ReclaimResult.COMPLETE;
        } catch (CgroupIoException e) {
            if (e.errno().filter(Errno.EAGAIN::equals).isEmpty()) {
                throw e;
            }
            return ReclaimResult.INCOMPLETE;
        }
    }
}
