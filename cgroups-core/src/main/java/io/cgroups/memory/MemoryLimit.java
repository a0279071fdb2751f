package io.cgroups.memory;

import io.cgroups.InvalidValueException;
import java.util.Optional;

/**
 * The sizes that can be set for a group: limits and protections. Each is in bytes, which the kernel rounds down to whole
 * pages, or unlimited.
 *
 * <p>v1 writes unlimited as {@code -1}, v2 as {@code max}.
 */
public enum MemoryLimit {
    /**
     * Memory of all members and of the groups below, file cache included; default unlimited. When it is reached and nothing
     * can be reclaimed, a member is killed. v1 {@code memory.limit_in_bytes} since Linux 2.6.25, which refuses less than is
     * in use and cannot be reclaimed; v2 {@code memory.max} since Linux 4.5, which kills instead, see
     * {@link MemorySpec.Builder#refuseBelowUsage}.
     */
    MAX("memory limit in bytes"),
    /**
     * Memory and swap together, at least {@link #MAX}; default unlimited. v1 {@code memory.memsw.limit_in_bytes} since Linux
     * 2.6.29, on kernels that account swap; on v2 {@code memory.swap.max} gets what {@code memory.max} leaves of it, see
     * {@link SwapConversion}.
     */
    MEMORY_PLUS_SWAP_MAX("memory and swap limit in bytes"),
    /**
     * Down to which the group is reclaimed first when the host is short of memory; v1 {@code memory.soft_limit_in_bytes}
     * since Linux 2.6.32, default unlimited; on v2 {@code memory.low}, default 0, or {@code memory.high}, see
     * {@link SoftLimitConversion}.
     */
    SOFT_LIMIT("memory soft limit in bytes"),
    /**
     * Is never reclaimed, rather is a member killed elsewhere; default 0. Not more than the groups above protect. v2
     * {@code memory.min} since Linux 4.18; v1 has none.
     */
    MIN("memory.min in bytes"),
    /**
     * Is not reclaimed while there is unprotected memory elsewhere; default 0. Not more than the groups above protect. v2
     * {@code memory.low} since Linux 4.5; on v1 the soft limit, default unlimited, see {@link SoftLimitConversion}.
     */
    LOW("memory.low in bytes"),
    /**
     * Above which members are slowed down and reclaimed from, and nobody is killed; default unlimited. v2
     * {@code memory.high} since Linux 4.5; v1 has none.
     */
    HIGH("memory.high in bytes"),
    /**
     * Swap alone; default unlimited. v2 {@code memory.swap.max} since Linux 4.5, on kernels that account swap; on v1
     * {@code memory.memsw.limit_in_bytes} gets the sum with the memory limit, which must not be unlimited, see
     * {@link SwapConversion}.
     */
    SWAP_MAX("memory.swap.max in bytes"),
    /**
     * Of swap, above which members are slowed down; default unlimited. v2 {@code memory.swap.high} since Linux 5.8; v1 has
     * none.
     */
    SWAP_HIGH("memory.swap.high in bytes"),
    /**
     * Memory that compressed swap takes; default unlimited. v2 {@code memory.zswap.max} since Linux 5.19, on kernels with
     * {@code CONFIG_ZSWAP}; v1 has none.
     */
    ZSWAP_MAX("memory.zswap.max in bytes");

    private final String title;

    MemoryLimit(String title) {
        this.title = title;
    }

    /**
     * Checks that this bounds what members use, so that of a group and those above the smallest one holds. {@link #MIN},
     * {@link #LOW} and {@link #SOFT_LIMIT} do not: how much of them holds depends on what the groups beside use.
     *
     * @return this
     * @throws InvalidValueException if it is one of these three
     */
    public MemoryLimit requireBound() {
        return switch (this) {
            case MIN, LOW, SOFT_LIMIT ->
                throw new InvalidValueException(
                        "effective limit",
                        this,
                        "it protects memory, and how much of that holds depends on the groups beside; limit(..) reads the group's own");
            default -> this;
        };
    }

    /** The words for it in a message. */
    String title() {
        return title;
    }

    /** The setting that means the same on the other kind of hierarchy, so that both at once would be contradictory. */
    Optional<MemoryLimit> twin(SoftLimitConversion conversion) {
        return switch (this) {
            case MEMORY_PLUS_SWAP_MAX -> Optional.of(SWAP_MAX);
            case SOFT_LIMIT -> Optional.of(conversion.limit());
            default -> Optional.empty();
        };
    }
}
