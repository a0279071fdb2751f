package io.cgroups.memory;

import io.cgroups.unit.Converted;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/**
 * Which setting of v2 stands for the v1 soft limit ({@code memory.soft_limit_in_bytes}), which v2 does not have. The number
 * stays the same, unlimited included; what it means does not, so this is a choice.
 *
 * <p>A v1 soft limit says what a group is reclaimed down to when the host is short of memory.
 */
public enum SoftLimitConversion {
    /**
     * {@code memory.low}, the default, as the OCI container runtimes do: so much is left to the group while memory is found
     * elsewhere. A new group has 0 there and not unlimited, that is nothing is left to it.
     */
    LOW,
    /**
     * {@code memory.high}, as libcgroup does: the group is reclaimed down to that at all times, not only when the host is
     * short of memory, and its members are slowed down meanwhile. A new group is unlimited, as on v1.
     */
    HIGH;

    /**
     * Translates to the setting of v2.
     *
     * @param softLimit the v1 soft limit
     * @return the limit to set; nothing is lost of the number
     */
    public Converted<Limit<DataSize>> fromSoftLimit(Limit<DataSize> softLimit) {
        return Converted.exact(softLimit, "a soft limit of " + softLimit + " becomes " + file() + " of as much");
    }

    /**
     * Translates to the soft limit of v1.
     *
     * @param limit what the setting of v2 has
     * @return the soft limit; nothing is lost of the number
     */
    public Converted<Limit<DataSize>> toSoftLimit(Limit<DataSize> limit) {
        return Converted.exact(limit, file() + " of " + limit + " becomes a soft limit of as much");
    }

    /**
     * The setting of v2 that stands for the soft limit.
     *
     * @return {@link MemoryLimit#LOW} or {@link MemoryLimit#HIGH}
     */
    public MemoryLimit limit() {
        return switch (this) {
            case LOW -> MemoryLimit.LOW;
            case HIGH -> MemoryLimit.HIGH;
        };
    }

    private String file() {
        return switch (this) {
            case LOW -> "memory.low";
            case HIGH -> "memory.high";
        };
    }
}
