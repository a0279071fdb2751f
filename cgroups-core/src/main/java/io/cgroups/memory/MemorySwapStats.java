package io.cgroups.memory;

import io.cgroups.unit.DataSize;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The swap of a group with those below at one moment; what the kernel does not report is empty. Immutable.
 *
 * @param usage swap in use; v1 {@code total_swap} of {@code memory.stat}, v2 {@code memory.swap.current}
 * @param peak the largest usage of swap; v2 {@code memory.swap.peak}, since Linux 6.5
 * @param compressed memory that compressed swap takes; v2 {@code memory.zswap.current}, since Linux 5.19
 * @param memoryPlusSwapUsage memory and swap in use; v1 {@code memory.memsw.usage_in_bytes}, v2 the sum of
 *     {@code memory.current} and {@code memory.swap.current}
 * @param memoryPlusSwapPeak the largest usage of both; v1 {@code memory.memsw.max_usage_in_bytes}
 * @param memoryPlusSwapFailures how often the limit of both was reached; v1 {@code memory.memsw.failcnt}
 */
public record MemorySwapStats(
        Optional<DataSize> usage,
        Optional<DataSize> peak,
        Optional<DataSize> compressed,
        Optional<DataSize> memoryPlusSwapUsage,
        Optional<DataSize> memoryPlusSwapPeak,
        OptionalLong memoryPlusSwapFailures) {}
