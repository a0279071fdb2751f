package io.cgroups.memory;

import io.cgroups.unit.Converted;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/**
 * How the v1 limit of memory and swap together ({@code memory.memsw.limit_in_bytes}) and the v2 limit of swap alone
 * ({@code memory.swap.max}) are translated into each other, with the limit of memory, as the OCI container runtimes do: the
 * difference and the sum.
 *
 * <p>The numbers fit, the meaning is not quite the same: with 100 MiB of memory and 150 MiB together, v1 allows a group that
 * has 20 MiB in memory 130 MiB of swap, v2 never more than 50 MiB.
 */
public final class SwapConversion {

    private SwapConversion() {}

    /**
     * Translates to the limit of v2.
     *
     * @param memoryPlusSwap the limit of memory and swap together
     * @param max the limit of memory that holds at the same time
     * @return the limit of swap alone; {@link io.cgroups.unit.Loss#IMPOSSIBLE} if memory alone is allowed more than memory
     *     and swap together, {@link io.cgroups.unit.Loss#CLAMPED} if memory is unlimited and the sum is not: then swap alone
     *     gets the limit
     */
    public static Converted<Limit<DataSize>> toSwapMax(Limit<DataSize> memoryPlusSwap, Limit<DataSize> max) {
        if (memoryPlusSwap.isUnlimited()) {
            return Converted.exact(Limit.unlimited(), "memory and swap without a limit leave swap without one");
        }
        DataSize both = memoryPlusSwap.value().orElseThrow();
        if (max.isUnlimited()) {
            return Converted.clamped(
                    memoryPlusSwap, "memory is unlimited, so the limit of " + both + " can hold for swap alone only");
        }
        DataSize memory = max.value().orElseThrow();
        long swap = both.bytes() - memory.bytes();
        if (swap < 0) {
            return Converted.impossible(
                    "the limit of memory and swap includes memory, so it is at least the limit of memory, " + memory
                            + ", and not " + both);
        }
        DataSize rest = DataSize.ofBytes(swap);
        return Converted.exact(
                Limit.of(rest), both + " of memory and swap less " + memory + " of memory is " + rest + " of swap");
    }

    /**
     * Translates to the limit of v2 where nothing is known of the limit of memory.
     *
     * @param memoryPlusSwap the limit of memory and swap together
     * @return unlimited for unlimited, otherwise {@link io.cgroups.unit.Loss#IMPOSSIBLE}
     */
    public static Converted<Limit<DataSize>> toSwapMax(Limit<DataSize> memoryPlusSwap) {
        return memoryPlusSwap.isUnlimited()
                ? toSwapMax(memoryPlusSwap, Limit.unlimited())
                : Converted.impossible("the limit of swap is what the limit of memory leaves of " + memoryPlusSwap
                        + ", so a limit of memory is needed as well");
    }

    /**
     * Translates to the limit of v1.
     *
     * @param swapMax the limit of swap alone
     * @param max the limit of memory that holds at the same time
     * @return the limit of memory and swap together; {@link io.cgroups.unit.Loss#CLAMPED} to unlimited if only memory is
     *     unlimited, or if the sum is over {@link MemorySpec#LARGEST_LIMIT}
     */
    public static Converted<Limit<DataSize>> toMemoryPlusSwap(Limit<DataSize> swapMax, Limit<DataSize> max) {
        if (swapMax.isUnlimited()) {
            return Converted.exact(Limit.unlimited(), "swap without a limit leaves memory and swap without one");
        }
        DataSize swap = swapMax.value().orElseThrow();
        if (max.isUnlimited()) {
            return Converted.clamped(
                    Limit.unlimited(), "memory is unlimited, and so are both together, though swap has " + swap);
        }
        DataSize memory = max.value().orElseThrow();
        if (memory.bytes() > MemorySpec.LARGEST_LIMIT.bytes() - swap.bytes()) {
            return Converted.clamped(
                    Limit.unlimited(), memory + " of memory and " + swap + " of swap are more than any limit");
        }
        DataSize both = DataSize.ofBytes(memory.bytes() + swap.bytes());
        return Converted.exact(Limit.of(both), memory + " of memory and " + swap + " of swap are " + both + " of both");
    }
}
