package io.cgroups.memory;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/**
 * Memory limits, behaviour when they are reached, and statistics of a group.
 *
 * <p>The setters are one-part specifications, see {@link MemorySpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link UnsupportedSettingException} if it has no such setting, and
 * then has changed nothing.
 */
public interface MemoryController extends ControllerFacet<MemorySpec, MemoryController> {

    /**
     * Reads the limit of memory; v1 {@code memory.limit_in_bytes}, v2 {@code memory.max}.
     *
     * @return the limit of this group itself, whatever those above have; whole pages
     */
    Limit<DataSize> max();

    /**
     * Reads the limit of memory and swap together; v1 {@code memory.memsw.limit_in_bytes}.
     *
     * @return the limit of this group itself
     */
    Limit<DataSize> memoryPlusSwapMax();

    /**
     * Reads the size down to which the group is reclaimed first; v1 {@code memory.soft_limit_in_bytes}.
     *
     * @return the soft limit
     */
    Limit<DataSize> softLimit();

    /**
     * Reads how readily memory of members is swapped out; v1 {@code memory.swappiness}.
     *
     * @return 0 to 200
     */
    int swappiness();

    /**
     * Reads what happens when memory runs out, and what has happened; v1 {@code memory.oom_control}.
     *
     * @return a snapshot
     */
    OomControl oomControl();

    /**
     * Reads the memory in use, file cache included; v1 {@code memory.usage_in_bytes}, v2 {@code memory.current}.
     *
     * @return the usage of this group with those below; the kernel counts in batches, so it is not exact
     */
    DataSize usage();

    /**
     * Reads the largest usage; v1 {@code memory.max_usage_in_bytes}, v2 {@code memory.peak}.
     *
     * @return the peak since the group was made or the peak was reset
     */
    DataSize peak();

    /**
     * Reads how often the limit was reached; v1 {@code memory.failcnt}.
     *
     * @return the number since the group was made or it was reset
     */
    long failures();

    /**
     * Reads everything the kernel accounts.
     *
     * @return a snapshot of several files read one after the other
     */
    MemoryStats stats();

    /**
     * Sets the peaks back to the present usage, of memory and where it is accounted of swap; v1
     * {@code memory.max_usage_in_bytes}.
     *
     * @return this
     */
    MemoryController resetPeak();

    /**
     * Sets the failures back to zero, of memory and where it is accounted of swap; v1 {@code memory.failcnt}.
     *
     * @return this
     */
    MemoryController resetFailures();

    /**
     * Reclaims as much memory as the kernel can; v1 {@code memory.force_empty}. Can take long.
     *
     * @return this
     */
    MemoryController forceEmpty();

    /**
     * Sets the limit of memory.
     *
     * @param max see {@link MemorySpec.Builder#max}
     * @return this
     */
    default MemoryController max(Limit<DataSize> max) {
        return apply(MemorySpec.builder().max(max).build());
    }

    /**
     * Sets the limit of memory and swap together.
     *
     * @param memoryPlusSwapMax see {@link MemorySpec.Builder#memoryPlusSwapMax}
     * @return this
     */
    default MemoryController memoryPlusSwapMax(Limit<DataSize> memoryPlusSwapMax) {
        return apply(MemorySpec.builder().memoryPlusSwapMax(memoryPlusSwapMax).build());
    }

    /**
     * Sets the size down to which the group is reclaimed first.
     *
     * @param softLimit see {@link MemorySpec.Builder#softLimit}
     * @return this
     */
    default MemoryController softLimit(Limit<DataSize> softLimit) {
        return apply(MemorySpec.builder().softLimit(softLimit).build());
    }

    /**
     * Sets how readily memory of members is swapped out.
     *
     * @param swappiness see {@link MemorySpec.Builder#swappiness}
     * @return this
     */
    default MemoryController swappiness(int swappiness) {
        return apply(MemorySpec.builder().swappiness(swappiness).build());
    }

    /**
     * Sets whether members wait for memory instead of being killed.
     *
     * @param disabled see {@link MemorySpec.Builder#oomKillDisabled}
     * @return this
     */
    default MemoryController oomKillDisabled(boolean disabled) {
        return apply(MemorySpec.builder().oomKillDisabled(disabled).build());
    }
}
