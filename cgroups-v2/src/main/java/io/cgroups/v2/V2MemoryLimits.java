package io.cgroups.v2;

import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.SoftLimitConversion;
import io.cgroups.memory.SwapConversion;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelSizes;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/** The files of the sizes of v2, and what v1's sizes are there. */
final class V2MemoryLimits {
    static final String MAX = "memory.max";
    static final String SWAP_SINCE = "a kernel that accounts swap: CONFIG_SWAP, and not booted with swapaccount=0";
    static final String BELOW_ROOT = "a group below the root of the hierarchy";

    private V2MemoryLimits() {}

    /** The file of a size that v2 has. */
    static String file(MemoryLimit which) {
        return switch (which) {
            case MAX -> MAX;
            case MIN -> "memory.min";
            case LOW -> "memory.low";
            case HIGH -> "memory.high";
            case SWAP_MAX -> "memory.swap.max";
            case SWAP_HIGH -> "memory.swap.high";
            case ZSWAP_MAX -> "memory.zswap.max";
            case MEMORY_PLUS_SWAP_MAX, SOFT_LIMIT -> throw new IllegalArgumentException(which + " is converted");
        };
    }

    /** What is needed for that file. */
    static String since(MemoryLimit which) {
        return switch (which) {
            case MIN -> "Linux 4.18, and " + BELOW_ROOT;
            case SWAP_MAX -> SWAP_SINCE + ", and " + BELOW_ROOT;
            case SWAP_HIGH -> "Linux 5.8, " + SWAP_SINCE + ", and " + BELOW_ROOT;
            case ZSWAP_MAX -> "Linux 5.19 with CONFIG_ZSWAP, and " + BELOW_ROOT;
            default -> BELOW_ROOT;
        };
    }

    /** The size of v2 that is set for one of v1. */
    static MemoryLimit target(MemoryLimit which, SoftLimitConversion conversion) {
        return switch (which) {
            case MEMORY_PLUS_SWAP_MAX -> MemoryLimit.SWAP_MAX;
            case SOFT_LIMIT -> conversion.limit();
            default -> which;
        };
    }

    /** Reads a size that v2 has and this group too. */
    static Limit<DataSize> read(GroupDir dir, MemoryLimit which) {
        String file = file(which);
        return KernelSizes.limit(dir.file(file), dir.read(file), 0);
    }

    /** The smallest limit of a group and of those above, up to the root of the mount; the root has none. */
    static Limit<DataSize> effective(GroupDir dir, MemoryLimit which) {
        String file = file(which);
        return dir.upwards(at -> at.find(file).map(text -> KernelSizes.limit(at.file(file), text, 0))).stream()
                .reduce(Limit.unlimited(), Limit::smaller);
    }

    /** Memory and swap together: what both limits allow. */
    static Limit<DataSize> sum(Limit<DataSize> swapMax, Limit<DataSize> max) {
        return SwapConversion.toMemoryPlusSwap(swapMax, max).orElseThrow(IllegalStateException::new);
    }
}
