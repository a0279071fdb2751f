package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Failure;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.SwapConversion;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelSizes;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order of the writes of a {@link MemorySpec} on v2.
 *
 * <p>The kernel takes the sizes in any order, but a limit of memory below the usage makes it swap out, and kill when that is
 * not enough. So who dies together is settled first, swap is raised before memory is limited and lowered after it, and the
 * limit that only slows down comes before the one that kills.
 */
final class V2MemoryPlan {
    static final String OOM_GROUP = "memory.oom.group";

    private final GroupDir dir;
    private final MemorySpec spec;
    private final Map<MemoryLimit, Limit<DataSize>> targets = new EnumMap<>(MemoryLimit.class);
    private final List<KernelWrite> writes = new ArrayList<>();

    V2MemoryPlan(GroupDir dir, MemorySpec spec) {
        this.dir = dir;
        this.spec = spec;
        spec.limits()
                .forEach((which, limit) ->
                        targets.put(V2MemoryLimits.target(which, spec.softLimitConversion()), converted(which, limit)));
    }

    private Limit<DataSize> converted(MemoryLimit which, Limit<DataSize> limit) {
        return switch (which) {
            case MEMORY_PLUS_SWAP_MAX -> swapMax(limit);
            case SOFT_LIMIT -> spec.softLimitConversion().fromSoftLimit(limit).orElseThrow(IllegalStateException::new);
            default -> limit;
        };
    }

    /** Refuses what v1's kernel does. */
    private Limit<DataSize> swapMax(Limit<DataSize> memoryPlusSwap) {
        Limit<DataSize> max = spec.limit(MemoryLimit.MAX).orElseGet(() -> V2MemoryLimits.read(dir, MemoryLimit.MAX));
        if (!max.atMost(memoryPlusSwap)) {
            throw CgroupIoException.rejected(
                    failure(
                            MemoryLimit.SWAP_MAX,
                            memoryPlusSwap + " - memory",
                            "the limit of memory and swap is at least that of memory, which is " + max
                                    + "; set both together"),
                    null);
        }
        return SwapConversion.toSwapMax(memoryPlusSwap, max)
                .orElseThrow(sentence -> CgroupIoException.rejected(
                        failure(MemoryLimit.SWAP_MAX, memoryPlusSwap.toString(), sentence), null));
    }

    private Failure failure(MemoryLimit which, String data, String hint) {
        return Failure.of("plan", hint).at(dir.file(V2MemoryLimits.file(which))).withData(data);
    }

    List<KernelWrite> writes() {
        if (spec.refuseBelowUsage()) {
            refuseBelowUsage();
        }
        spec.oomGroup().ifPresent(together -> writes.add(KernelWrite.of(dir, OOM_GROUP, together ? "1" : "0")));
        if (isSwapRaised()) {
            add(MemoryLimit.SWAP_MAX);
        }
        add(MemoryLimit.MIN);
        add(MemoryLimit.LOW);
        add(MemoryLimit.HIGH);
        add(MemoryLimit.MAX);
        if (!isSwapRaised()) {
            add(MemoryLimit.SWAP_MAX);
        }
        add(MemoryLimit.SWAP_HIGH);
        add(MemoryLimit.ZSWAP_MAX);
        return List.copyOf(writes);
    }

    private void refuseBelowUsage() {
        Optional<DataSize> bound = target(MemoryLimit.MAX).flatMap(Limit::value);
        Optional<DataSize> usage = bound.isEmpty() ? Optional.empty() : KernelSizes.find(dir, V2MemoryReadings.USAGE);
        if (usage.isPresent() && usage.get().compareTo(bound.get()) > 0) {
            throw CgroupIoException.busy(failure(
                    MemoryLimit.MAX,
                    Long.toString(bound.get().bytes()),
                    "the group uses more, now " + usage.get()
                            + ", and the kernel would kill for what it cannot reclaim;"
                            + " reclaim(), end members or choose a larger limit"));
        }
    }

    private boolean isSwapRaised() {
        return target(MemoryLimit.SWAP_MAX)
                .filter(limit -> V2MemoryLimits.read(dir, MemoryLimit.SWAP_MAX).atMost(limit))
                .isPresent();
    }

    private Optional<Limit<DataSize>> target(MemoryLimit which) {
        return Optional.ofNullable(targets.get(which));
    }

    private void add(MemoryLimit which) {
        target(which)
                .ifPresent(limit -> writes.add(
                        KernelWrite.of(dir, V2MemoryLimits.file(which), KernelSizes.text(limit, KernelSizes.MAX))));
    }
}
