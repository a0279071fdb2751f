package io.cgroups.v1;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemorySpec;
import io.cgroups.spi.GroupDir;

/** What v1 has no equivalent of, and what to use instead. */
final class V1MemoryGaps {
    private V1MemoryGaps() {}

    /** Throws if a specification mentions what there is none of. */
    static void refuse(GroupDir dir, MemorySpec spec) {
        for (MemoryLimit which : spec.limits().keySet()) {
            switch (which) {
                case MIN, SWAP_HIGH, ZSWAP_MAX -> throw limit(dir, which);
                case LOW, HIGH -> {
                    if (which != spec.softLimitConversion().limit()) {
                        throw limit(dir, which);
                    }
                }
                case MAX, MEMORY_PLUS_SWAP_MAX, SOFT_LIMIT, SWAP_MAX -> {
                    // v1 has it, or a conversion has
                }
            }
        }
        if (spec.oomGroup().isPresent()) {
            throw oomGroup(dir);
        }
    }

    static UnsupportedSettingException limit(GroupDir dir, MemoryLimit which) {
        return switch (which) {
            case MIN -> none(dir, "memory.min", "it protects no memory for certain; low() sets the soft limit");
            case LOW -> none(dir, "memory.low", "the soft limit stands for memory.high here; set softLimit()");
            case HIGH -> none(dir, "memory.high", "no limit only slows members down; set max(), or softLimit()");
            case SWAP_HIGH -> none(dir, "memory.swap.high", "set memoryPlusSwapMax()");
            default -> none(dir, "memory.zswap.max", "set memoryPlusSwapMax()");
        };
    }

    static UnsupportedSettingException oomGroup(GroupDir dir) {
        return none(dir, "memory.oom.group", "one member is killed; watch oomControl() and kill() the others");
    }

    static UnsupportedSettingException none(GroupDir dir, String file, String instead) {
        return new UnsupportedSettingException(
                Failure.of("use " + file, "v1 has no such file: " + instead).at(dir.path()));
    }
}
