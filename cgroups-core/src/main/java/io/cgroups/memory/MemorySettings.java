package io.cgroups.memory;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/**
 * The setters of the memory controller: those of {@link MemorySpec.Builder} collect, those of {@link MemoryController} set
 * at once.
 *
 * <p>The setters of the controller throw {@link io.cgroups.CgroupIoException} if the kernel refuses and
 * {@link io.cgroups.UnsupportedSettingException} if it or the hierarchy has no such setting, and then have changed nothing.
 *
 * @param <S> what the setters return: this
 */
public interface MemorySettings<S> {

    /**
     * Sets one of the sizes.
     *
     * @param which which one; its documentation has the default, the control files and since when there is one
     * @param size in bytes, rounded down to whole pages by the kernel
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    S limit(MemoryLimit which, Limit<DataSize> size);

    /**
     * Sets how readily memory of members is swapped out rather than file cache dropped.
     *
     * @param swappiness 0 to 100, since Linux 5.15 to 200; a new group has that of the one above, usually 60; v1
     *     {@code memory.swappiness} since Linux 2.6.29; v2 has none
     * @return this
     * @throws InvalidValueException if it is not 0 to {@link MemorySpec#MAX_SWAPPINESS}
     */
    S swappiness(int swappiness);

    /**
     * Sets whether members wait when memory runs out, instead of one being killed.
     *
     * @param disabled a new group has that of the one above, usually false; v1 {@code memory.oom_control} since Linux 2.6.35;
     *     v2 has none
     * @return this
     */
    S oomKillDisabled(boolean disabled);

    /**
     * Sets whether all members, with those of the groups below, are killed when one is for want of memory.
     *
     * @param together default false; v2 {@code memory.oom.group} since Linux 4.19; v1 has none
     * @return this
     */
    S oomGroup(boolean together);

    /**
     * Limits memory.
     *
     * @param max see {@link MemoryLimit#MAX}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S max(Limit<DataSize> max) {
        return limit(MemoryLimit.MAX, max);
    }

    /**
     * Limits memory and swap together.
     *
     * @param memoryPlusSwapMax see {@link MemoryLimit#MEMORY_PLUS_SWAP_MAX}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S memoryPlusSwapMax(Limit<DataSize> memoryPlusSwapMax) {
        return limit(MemoryLimit.MEMORY_PLUS_SWAP_MAX, memoryPlusSwapMax);
    }

    /**
     * Sets the size down to which the group is reclaimed first.
     *
     * @param softLimit see {@link MemoryLimit#SOFT_LIMIT}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S softLimit(Limit<DataSize> softLimit) {
        return limit(MemoryLimit.SOFT_LIMIT, softLimit);
    }

    /**
     * Protects memory from being reclaimed.
     *
     * @param min see {@link MemoryLimit#MIN}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S min(Limit<DataSize> min) {
        return limit(MemoryLimit.MIN, min);
    }

    /**
     * Protects memory from being reclaimed while there is other.
     *
     * @param low see {@link MemoryLimit#LOW}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S low(Limit<DataSize> low) {
        return limit(MemoryLimit.LOW, low);
    }

    /**
     * Slows members down that use more.
     *
     * @param high see {@link MemoryLimit#HIGH}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S high(Limit<DataSize> high) {
        return limit(MemoryLimit.HIGH, high);
    }

    /**
     * Limits swap.
     *
     * @param swapMax see {@link MemoryLimit#SWAP_MAX}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S swapMax(Limit<DataSize> swapMax) {
        return limit(MemoryLimit.SWAP_MAX, swapMax);
    }

    /**
     * Slows members down that use more swap.
     *
     * @param swapHigh see {@link MemoryLimit#SWAP_HIGH}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S swapHigh(Limit<DataSize> swapHigh) {
        return limit(MemoryLimit.SWAP_HIGH, swapHigh);
    }

    /**
     * Limits memory that compressed swap takes.
     *
     * @param zswapMax see {@link MemoryLimit#ZSWAP_MAX}
     * @return this
     * @throws InvalidValueException if it is over {@link MemorySpec#LARGEST_LIMIT}
     */
    default S zswapMax(Limit<DataSize> zswapMax) {
        return limit(MemoryLimit.ZSWAP_MAX, zswapMax);
    }
}
