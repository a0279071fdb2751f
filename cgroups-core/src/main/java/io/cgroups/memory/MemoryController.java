package io.cgroups.memory;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/**
 * Memory limits, behaviour when they are reached, and statistics of a group.
 *
 * <p>The setters are one-part specifications, see {@link MemorySettings}; each call returns this. What this kernel or
 * hierarchy has no equivalent of throws {@link UnsupportedSettingException}, which says what to use instead; so does reading
 * it. Other methods throw {@link CgroupIoException} if the kernel refuses.
 */
public interface MemoryController
        extends ControllerFacet<MemorySpec, MemoryController>, MemorySettings<MemoryController> {

    /**
     * Reads one of the sizes.
     *
     * @param which which one; its documentation has the control files
     * @return the limit of this group itself, whatever those above have; whole pages
     */
    Limit<DataSize> limit(MemoryLimit which);

    /**
     * Reads the limit that holds members: the smallest of this group and those above. On v1 the kernel's own answer,
     * {@code hierarchical_memory_limit} and {@code hierarchical_memsw_limit} of {@code memory.stat}, which leaves out groups
     * above that do not account those below ({@code memory.use_hierarchy}). On v2 the smallest of the files up to the root of
     * the mount: what is above it, or above the root of the cgroup namespace, cannot be seen there. A v2 group without the
     * memory controller is held by those above all the same.
     *
     * @param which which one; what is no limit but protects memory is refused, see {@link MemoryLimit#requireBound}
     * @return the limit; unlimited also where the kernel has no such file, so that nothing limits
     * @throws io.cgroups.InvalidValueException if it is {@link MemoryLimit#MIN}, {@link MemoryLimit#LOW} or
     *     {@link MemoryLimit#SOFT_LIMIT}
     * @throws UnsupportedSettingException if v1 has nothing like it, as for {@link #limit(MemoryLimit)}
     */
    Limit<DataSize> effectiveLimit(MemoryLimit which);

    /**
     * Reads how readily memory of members is swapped out; v1 {@code memory.swappiness}, v2 has none.
     *
     * @return 0 to 200
     */
    int swappiness();

    /**
     * Reads what happens when memory runs out, and what has happened; v1 {@code memory.oom_control}; v2 has none, see
     * {@link #localEvents}.
     *
     * @return a snapshot
     */
    OomControl oomControl();

    /**
     * Reads whether members wait for memory instead of being killed.
     *
     * @return true when they wait; v1 {@code memory.oom_control}; v2 has none
     */
    default boolean oomKillDisabled() {
        return oomControl().killDisabled();
    }

    /**
     * Reads whether all members are killed when one is for want of memory; v2 {@code memory.oom.group} since Linux 4.19, v1
     * has none.
     *
     * @return true when they die together
     */
    boolean oomGroup();

    /**
     * Reads the memory in use, file cache included; v1 {@code memory.usage_in_bytes}, v2 {@code memory.current}.
     *
     * @return the usage of this group with those below; the kernel counts in batches, so it is not exact
     */
    DataSize usage();

    /**
     * Reads the largest usage; v1 {@code memory.max_usage_in_bytes}, v2 {@code memory.peak} since Linux 5.19.
     *
     * @return the peak since the group was made or, on v1, the peak was reset
     */
    DataSize peak();

    /**
     * Reads the swap in use; v1 {@code total_swap} of {@code memory.stat}, v2 {@code memory.swap.current}.
     *
     * @return the usage of this group with those below
     */
    DataSize swapUsage();

    /**
     * Reads the largest usage of swap; v2 {@code memory.swap.peak} since Linux 6.5, v1 has none.
     *
     * @return the peak since the group was made
     */
    DataSize swapPeak();

    /**
     * Reads how often the limit of this group was reached, by its own members or those of the groups below; v1
     * {@code memory.failcnt}, v2 {@code max} of {@code memory.events.local}, before Linux 5.2 of {@code memory.events}. Both
     * count attempts, so that reaching it once can count several times.
     *
     * @return the number since the group was made or, on v1, it was reset
     */
    long failures();

    /**
     * Reads everything the kernel accounts.
     *
     * @return a snapshot of several files read one after the other
     */
    MemoryStats stats();

    /**
     * Reads what happened in the group and those below; v2 {@code memory.events} since Linux 4.5, where it counts the groups
     * below since 5.2 unless mounted with {@code memory_localevents}; v1 has none.
     *
     * @return a snapshot
     */
    MemoryEvents events();

    /**
     * Reads what happened in the group itself; v2 {@code memory.events.local} since Linux 5.2; on v1 {@code max} is
     * {@code memory.failcnt}, kills are those of {@code memory.oom_control}, and the rest is empty.
     *
     * @return a snapshot
     */
    MemoryEvents localEvents();

    /**
     * Reads what happened to the swap of the group and those below; v2 {@code memory.swap.events} since Linux 4.18, v1 has
     * none.
     *
     * @return a snapshot
     */
    MemorySwapEvents swapEvents();

    /**
     * Reads the memory by NUMA node; {@code memory.numa_stat}, v1 on kernels with {@code CONFIG_NUMA}, v2 since Linux 5.10.
     *
     * @return a snapshot
     */
    MemoryNumaStats numaStats();

    /**
     * Sets the peaks back to the present usage, of memory and where it is accounted of swap; v1
     * {@code memory.max_usage_in_bytes}; v2 has no reset that others see.
     *
     * @return this
     */
    MemoryController resetPeak();

    /**
     * Sets the failures back to zero, of memory and where it is accounted of swap; v1 {@code memory.failcnt}; on v2 counters
     * only grow.
     *
     * @return this
     */
    MemoryController resetFailures();

    /**
     * Reclaims as much memory as the kernel can; v1 {@code memory.force_empty}; v2 has none, see {@link #reclaim}. Can take
     * long.
     *
     * @return this
     */
    MemoryController forceEmpty();

    /**
     * Reclaims memory of the group and those below, swapping out where there is swap; v2 {@code memory.reclaim} since Linux
     * 5.19; v1 has none, see {@link #forceEmpty}. Can take long.
     *
     * @param amount how much, rounded down to whole pages by the kernel
     * @return whether it was as much; a kernel often reclaims a little more
     */
    ReclaimResult reclaim(DataSize amount);

    @Override
    default MemoryController limit(MemoryLimit which, Limit<DataSize> size) {
        return apply(MemorySpec.builder().limit(which, size).build());
    }

    @Override
    default MemoryController swappiness(int swappiness) {
        return apply(MemorySpec.builder().swappiness(swappiness).build());
    }

    @Override
    default MemoryController oomKillDisabled(boolean disabled) {
        return apply(MemorySpec.builder().oomKillDisabled(disabled).build());
    }

    @Override
    default MemoryController oomGroup(boolean together) {
        return apply(MemorySpec.builder().oomGroup(together).build());
    }

    /**
     * Reads the limit of memory.
     *
     * @return see {@link MemoryLimit#MAX}
     */
    default Limit<DataSize> max() {
        return limit(MemoryLimit.MAX);
    }

    /**
     * Reads the limit of memory and swap together.
     *
     * @return see {@link MemoryLimit#MEMORY_PLUS_SWAP_MAX}
     */
    default Limit<DataSize> memoryPlusSwapMax() {
        return limit(MemoryLimit.MEMORY_PLUS_SWAP_MAX);
    }

    /**
     * Reads the size down to which the group is reclaimed first; on v2 {@code memory.low}.
     *
     * @return see {@link MemoryLimit#SOFT_LIMIT}
     */
    default Limit<DataSize> softLimit() {
        return limit(MemoryLimit.SOFT_LIMIT);
    }

    /**
     * Reads how much memory is never reclaimed.
     *
     * @return see {@link MemoryLimit#MIN}
     */
    default Limit<DataSize> min() {
        return limit(MemoryLimit.MIN);
    }

    /**
     * Reads how much memory is not reclaimed while there is other.
     *
     * @return see {@link MemoryLimit#LOW}
     */
    default Limit<DataSize> low() {
        return limit(MemoryLimit.LOW);
    }

    /**
     * Reads the usage above which members are slowed down.
     *
     * @return see {@link MemoryLimit#HIGH}
     */
    default Limit<DataSize> high() {
        return limit(MemoryLimit.HIGH);
    }

    /**
     * Reads the limit of swap.
     *
     * @return see {@link MemoryLimit#SWAP_MAX}
     */
    default Limit<DataSize> swapMax() {
        return limit(MemoryLimit.SWAP_MAX);
    }

    /**
     * Reads the usage of swap above which members are slowed down.
     *
     * @return see {@link MemoryLimit#SWAP_HIGH}
     */
    default Limit<DataSize> swapHigh() {
        return limit(MemoryLimit.SWAP_HIGH);
    }

    /**
     * Reads the limit of memory that compressed swap takes.
     *
     * @return see {@link MemoryLimit#ZSWAP_MAX}
     */
    default Limit<DataSize> zswapMax() {
        return limit(MemoryLimit.ZSWAP_MAX);
    }
}
