package io.cgroups.memory;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.Optional;

/**
 * What can be set of the memory controller; a setting that is absent stays as it is. Immutable.
 *
 * @param max the limit of memory; see {@link Builder#max}
 * @param memoryPlusSwapMax the limit of memory and swap together; see {@link Builder#memoryPlusSwapMax}
 * @param softLimit what is left to the group when the host is short of memory; see {@link Builder#softLimit}
 * @param swappiness how readily memory of members is swapped out; see {@link Builder#swappiness}
 * @param oomKillDisabled whether members wait for memory instead of being killed; see {@link Builder#oomKillDisabled}
 */
public record MemorySpec(
        Optional<Limit<DataSize>> max,
        Optional<Limit<DataSize>> memoryPlusSwapMax,
        Optional<Limit<DataSize>> softLimit,
        Optional<Integer> swappiness,
        Optional<Boolean> oomKillDisabled)
        implements ControllerSpec {
    /** The largest limit that no kernel mistakes for unlimited, which it shows as a number not far above. */
    public static final DataSize LARGEST_LIMIT = DataSize.ofBytes(0x7fff_ffff_fffe_ffffL);

    /** The largest swappiness of any kernel; before Linux 5.8 it is 100. */
    public static final int MAX_SWAPPINESS = 200;

    /**
     * Checks what no kernel accepts.
     *
     * @param max see the record
     * @param memoryPlusSwapMax see the record
     * @param softLimit see the record
     * @param swappiness see the record
     * @param oomKillDisabled see the record
     * @throws InvalidValueException if a limit is over {@link #LARGEST_LIMIT}, the swappiness is not 0 to
     * {@link #MAX_SWAPPINESS}, or memory and swap together are limited to less than memory
     */
    public MemorySpec {
        max.ifPresent(limit -> check("memory limit in bytes", limit));
        memoryPlusSwapMax.ifPresent(limit -> check("memory and swap limit in bytes", limit));
        softLimit.ifPresent(limit -> check("memory soft limit in bytes", limit));
        swappiness.ifPresent(MemorySpec::checkSwappiness);
        if (max.isPresent() && memoryPlusSwapMax.isPresent() && !max.get().atMost(memoryPlusSwapMax.get())) {
            throw new InvalidValueException(
                    "memory and swap limit",
                    memoryPlusSwapMax.get(),
                    "it includes memory, so it is at least the memory limit, which is to be " + max.get());
        }
    }

    private static void check(String setting, Limit<DataSize> limit) {
        limit.value()
                .ifPresent(size -> InvalidValueException.inRange(
                        setting,
                        size.bytes(),
                        0,
                        LARGEST_LIMIT.bytes(),
                        "the kernel takes more as unlimited; use Limit.unlimited()"));
    }

    private static void checkSwappiness(int swappiness) {
        InvalidValueException.inRange(
                "memory.swappiness", swappiness, 0, MAX_SWAPPINESS, "before Linux 5.8 the largest is 100");
    }

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Controller controller() {
        return Controller.MEMORY;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.memory().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<Limit<DataSize>> max = Optional.empty();
        private Optional<Limit<DataSize>> memoryPlusSwapMax = Optional.empty();
        private Optional<Limit<DataSize>> softLimit = Optional.empty();
        private Optional<Integer> swappiness = Optional.empty();
        private Optional<Boolean> oomKillDisabled = Optional.empty();

        private Builder() {}

        /**
         * Limits the memory of all members and of the groups below, file cache included. When it is reached and nothing
         * can be reclaimed, a member is killed.
         *
         * @param max in bytes, rounded down to whole pages by the kernel, default unlimited; v1
         *     {@code memory.limit_in_bytes} (unlimited is -1) since Linux 2.6.25, which v1 refuses below what is in use and cannot be
         *     reclaimed; v2 {@code memory.max} since Linux 4.5
         * @return this
         * @throws InvalidValueException if it is over {@link #LARGEST_LIMIT}
         */
        public Builder max(Limit<DataSize> max) {
            check("memory limit in bytes", max);
            this.max = Optional.of(max);
            return this;
        }

        /**
         * Limits memory and swap together.
         *
         * @param memoryPlusSwapMax in bytes, rounded down to whole pages by the kernel, not less than the memory limit,
         *     default unlimited; v1 {@code memory.memsw.limit_in_bytes} (unlimited is -1) since Linux 2.6.29, on
         *     kernels that account swap; v2 has none, it limits swap alone
         * @return this
         * @throws InvalidValueException if it is over {@link #LARGEST_LIMIT}
         */
        public Builder memoryPlusSwapMax(Limit<DataSize> memoryPlusSwapMax) {
            check("memory and swap limit in bytes", memoryPlusSwapMax);
            this.memoryPlusSwapMax = Optional.of(memoryPlusSwapMax);
            return this;
        }

        /**
         * Sets the size down to which the group is reclaimed first when the host is short of memory; no bound otherwise.
         *
         * @param softLimit in bytes, rounded down to whole pages by the kernel, default unlimited; v1
         *     {@code memory.soft_limit_in_bytes} (unlimited is -1) since Linux 2.6.32; v2 has none of that meaning
         * @return this
         * @throws InvalidValueException if it is over {@link #LARGEST_LIMIT}
         */
        public Builder softLimit(Limit<DataSize> softLimit) {
            check("memory soft limit in bytes", softLimit);
            this.softLimit = Optional.of(softLimit);
            return this;
        }

        /**
         * Sets how readily memory of members is swapped out rather than file cache dropped.
         *
         * @param swappiness 0 to 100, since Linux 5.8 to 200; a new group has that of the one above, usually 60; v1
         *     {@code memory.swappiness} since Linux 2.6.29; v2 has none
         * @return this
         * @throws InvalidValueException if it is not 0 to {@link #MAX_SWAPPINESS}
         */
        public Builder swappiness(int swappiness) {
            checkSwappiness(swappiness);
            this.swappiness = Optional.of(swappiness);
            return this;
        }

        /**
         * Lets members wait when memory runs out, instead of killing one.
         *
         * @param oomKillDisabled a new group has that of the one above, usually false; v1 {@code memory.oom_control} since
         *     Linux 2.6.35; v2 has none
         * @return this
         */
        public Builder oomKillDisabled(boolean oomKillDisabled) {
            this.oomKillDisabled = Optional.of(oomKillDisabled);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         * @throws InvalidValueException if memory and swap together are limited to less than memory
         */
        public MemorySpec build() {
            return new MemorySpec(max, memoryPlusSwapMax, softLimit, swappiness, oomKillDisabled);
        }
    }
}
