package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.SoftLimitConversion;
import io.cgroups.memory.SwapConversion;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelSizes;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Converted;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import io.cgroups.unit.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The order of the writes of a {@link MemorySpec} on v1.
 *
 * <p>The kernel keeps the limit of memory at or below that of memory and swap at every moment: of both, the outer one is
 * raised first and lowered last.
 */
final class V1MemoryPlan {
    private final GroupDir dir;
    private final MemorySpec spec;
    private final Optional<Limit<DataSize>> max;
    private final Optional<Limit<DataSize>> memoryPlusSwapMax;
    private final Optional<Limit<DataSize>> softLimit;
    private final List<KernelWrite> writes = new ArrayList<>();

    V1MemoryPlan(GroupDir dir, MemorySpec spec) {
        this.dir = dir;
        this.spec = spec;
        this.max = spec.limit(MemoryLimit.MAX);
        this.memoryPlusSwapMax = spec.limit(MemoryLimit.MEMORY_PLUS_SWAP_MAX)
                .or(() -> spec.limit(MemoryLimit.SWAP_MAX).map(this::withMemory));
        SoftLimitConversion conversion = spec.softLimitConversion();
        this.softLimit = spec.limit(MemoryLimit.SOFT_LIMIT)
                .or(() -> spec.limit(conversion.limit()).map(limit -> value(conversion.toSoftLimit(limit))));
    }

    /** What a conversion gives that has a result for every value. */
    static <T> T value(Converted<T> converted) {
        return converted.orElseThrow(IllegalStateException::new);
    }

    /** The limit of memory and swap that gives swap its own limit; where memory has none there is no such limit. */
    private Limit<DataSize> withMemory(Limit<DataSize> swapMax) {
        Limit<DataSize> memory = max.orElseGet(() -> V1Sizes.limit(dir.readNumber(V1Memory.LIMIT)));
        Converted<Limit<DataSize>> both = SwapConversion.toMemoryPlusSwap(swapMax, memory);
        if (both.loss() != Loss.EXACT) {
            throw CgroupIoException.rejected(
                    Failure.of("plan", both.sentence() + "; set max as well")
                            .at(dir.file(V1Memory.MEMSW_LIMIT))
                            .withData("memory + " + swapMax),
                    null);
        }
        return value(both);
    }

    List<KernelWrite> writes() {
        if (memoryPlusSwapMax.filter(this::isAtLeastPresent).isPresent()) {
            addMemoryPlusSwapMax();
            addMax();
        } else {
            addMax();
            addMemoryPlusSwapMax();
        }
        softLimit.ifPresent(limit -> add(V1Memory.SOFT_LIMIT, V1Sizes.text(limit), this::explainSoftLimit));
        spec.swappiness()
                .ifPresent(value -> add(V1Memory.SWAPPINESS, Integer.toString(value), this::explainSwappiness));
        spec.oomKillDisabled().ifPresent(this::addOomKillDisabled);
        return List.copyOf(writes);
    }

    private boolean isAtLeastPresent(Limit<DataSize> wanted) {
        return V1Sizes.limit(dir.readNumber(V1Memory.MEMSW_LIMIT)).atMost(wanted);
    }

    private void addMax() {
        max.ifPresent(limit -> add(V1Memory.LIMIT, V1Sizes.text(limit), this::explainMax));
    }

    private void addMemoryPlusSwapMax() {
        memoryPlusSwapMax.ifPresent(
                limit -> add(V1Memory.MEMSW_LIMIT, V1Sizes.text(limit), this::explainMemoryPlusSwapMax));
    }

    /** The file is read as several lines, but written as one number. */
    private void addOomKillDisabled(boolean disabled) {
        long present = dir.readFlatKeyed(V1Memory.OOM_CONTROL).require(V1Memory.OOM_KILL_DISABLE);
        KernelWrite undo = KernelWrite.of(dir, V1Memory.OOM_CONTROL, Long.toString(present));
        writes.add(KernelWrite.of(dir, V1Memory.OOM_CONTROL, disabled ? "1" : "0")
                .undoneBy(List.of(undo))
                .explainedBy(refusal -> explain(
                        refusal, Errno.EINVAL, "this kernel does not let members wait for memory in this group")));
    }

    private void add(String file, String text, Function<CgroupIoException, Optional<String>> explanation) {
        writes.add(KernelWrite.of(dir, file, text).explainedBy(explanation));
    }

    private Optional<String> explainMax(CgroupIoException refusal) {
        return inUse(refusal, V1MemoryReadings.USAGE, V1MemoryReadings.PEAK)
                .or(() -> explain(
                        refusal,
                        Errno.EINVAL,
                        "the limit of memory is at most that of memory and swap, which is "
                                + present(V1Memory.MEMSW_LIMIT)
                                + "; set both together"));
    }

    private Optional<String> explainMemoryPlusSwapMax(CgroupIoException refusal) {
        return inUse(refusal, V1MemoryReadings.MEMSW_USAGE, V1MemoryReadings.MEMSW_PEAK)
                .or(() -> explain(
                        refusal,
                        Errno.EINVAL,
                        "the limit of memory and swap is at least that of memory, which is " + present(V1Memory.LIMIT)
                                + "; set both together"));
    }

    private Optional<String> inUse(CgroupIoException refusal, String usage, String peak) {
        return refusal.errno()
                .filter(Errno.EBUSY::equals)
                .map(busy -> "the group uses more, now " + size(usage) + " and at most " + size(peak)
                        + ", and the kernel could not reclaim enough; end members or choose a larger limit");
    }

    private Optional<String> explainSoftLimit(CgroupIoException refusal) {
        return explain(refusal, Errno.EOPNOTSUPP, "a real-time kernel (CONFIG_PREEMPT_RT) has no soft limit");
    }

    private Optional<String> explainSwappiness(CgroupIoException refusal) {
        return explain(refusal, Errno.EINVAL, "before Linux 5.15 the largest swappiness is 100");
    }

    /** The root of a hierarchy refuses every limit with EINVAL, whatever its value. */
    private Optional<String> explain(CgroupIoException refusal, Errno errno, String hint) {
        if (refusal.errno().filter(errno::equals).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                dir.parent().isEmpty()
                        ? "the root of the hierarchy takes no such setting; use a group below it"
                        : hint);
    }

    private String present(String file) {
        return dir.readIfPresent(file)
                .map(text ->
                        V1Sizes.limit(KernelNumbers.parse(dir.file(file), text)).toString())
                .orElse("unknown");
    }

    private String size(String file) {
        return KernelSizes.find(dir, file).map(DataSize::toString).orElse("unknown");
    }
}
