package io.cgroups.memory;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be set of the memory controller; a setting that is absent stays as it is. Immutable.
 *
 * @param limits the sizes; see {@link MemoryLimit}
 * @param softLimitConversion which setting of v2 stands for the soft limit; see {@link Builder#softLimitAs}
 * @param refuseBelowUsage whether a memory limit below the usage is refused; see {@link Builder#refuseBelowUsage}
 * @param swappiness how readily memory of members is swapped out; see {@link MemorySettings#swappiness}
 * @param oomKillDisabled whether members wait for memory; see {@link MemorySettings#oomKillDisabled}
 * @param oomGroup whether members are killed together; see {@link MemorySettings#oomGroup}
 */
public record MemorySpec(
        Map<MemoryLimit, Limit<DataSize>> limits,
        SoftLimitConversion softLimitConversion,
        boolean refuseBelowUsage,
        Optional<Integer> swappiness,
        Optional<Boolean> oomKillDisabled,
        Optional<Boolean> oomGroup)
        implements ControllerSpec {
    /** The largest limit that no kernel mistakes for unlimited, which it shows as a number not far above. */
    public static final DataSize LARGEST_LIMIT = DataSize.ofBytes(0x7fff_ffff_fffe_ffffL);

    /** The largest swappiness of any kernel; before Linux 5.15 it is 100. */
    public static final int MAX_SWAPPINESS = 200;

    /**
     * Checks what no kernel accepts, and copies the map.
     *
     * @param limits see the record
     * @param softLimitConversion see the record
     * @param refuseBelowUsage see the record
     * @param swappiness see the record
     * @param oomKillDisabled see the record
     * @param oomGroup see the record
     * @throws InvalidValueException if a limit is over {@link #LARGEST_LIMIT}, the swappiness is not 0 to
     *     {@link #MAX_SWAPPINESS}, memory and swap together are limited to less than memory, or two settings are mentioned
     *     of which one stands for the other
     */
    public MemorySpec {
        EnumMap<MemoryLimit, Limit<DataSize>> ordered = new EnumMap<>(MemoryLimit.class);
        ordered.putAll(limits);
        limits = Collections.unmodifiableMap(ordered);
        limits.forEach(MemorySpec::check);
        swappiness.ifPresent(MemorySpec::checkSwappiness);
        limits.forEach((which, limit) -> which.twin(softLimitConversion)
                .filter(ordered::containsKey)
                .ifPresent(twin -> {
                    throw new InvalidValueException(
                            which.title(), limit, "one stands for the other, so set it or " + twin.title());
                }));
        Limit<DataSize> max = limits.get(MemoryLimit.MAX);
        Limit<DataSize> both = limits.get(MemoryLimit.MEMORY_PLUS_SWAP_MAX);
        if (max != null && both != null && !max.atMost(both)) {
            throw new InvalidValueException(
                    "memory and swap limit",
                    both,
                    "it includes memory, so it is at least the memory limit, which is to be " + max);
        }
    }

    private static void check(MemoryLimit which, Limit<DataSize> limit) {
        limit.value()
                .ifPresent(size -> InvalidValueException.inRange(
                        which.title(),
                        size.bytes(),
                        0,
                        LARGEST_LIMIT.bytes(),
                        "the kernel takes more as unlimited; use Limit.unlimited()"));
    }

    private static void checkSwappiness(int swappiness) {
        InvalidValueException.inRange(
                "memory.swappiness", swappiness, 0, MAX_SWAPPINESS, "before Linux 5.15 the largest is 100");
    }

    /**
     * One of the sizes.
     *
     * @param which which one
     * @return what it is to be, empty when it stays as it is
     */
    public Optional<Limit<DataSize>> limit(MemoryLimit which) {
        return Optional.ofNullable(limits.get(which));
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
    public static final class Builder implements MemorySettings<Builder> {
        private final Map<MemoryLimit, Limit<DataSize>> limits = new EnumMap<>(MemoryLimit.class);
        private SoftLimitConversion softLimitConversion = SoftLimitConversion.LOW;
        private boolean refuseBelowUsage;
        private Optional<Integer> swappiness = Optional.empty();
        private Optional<Boolean> oomKillDisabled = Optional.empty();
        private Optional<Boolean> oomGroup = Optional.empty();

        private Builder() {}

        @Override
        public Builder limit(MemoryLimit which, Limit<DataSize> size) {
            check(which, size);
            limits.put(which, size);
            return this;
        }

        @Override
        public Builder swappiness(int value) {
            checkSwappiness(value);
            this.swappiness = Optional.of(value);
            return this;
        }

        @Override
        public Builder oomKillDisabled(boolean disabled) {
            this.oomKillDisabled = Optional.of(disabled);
            return this;
        }

        @Override
        public Builder oomGroup(boolean together) {
            this.oomGroup = Optional.of(together);
            return this;
        }

        /**
         * Chooses which setting of v2 stands for the soft limit of v1, and on v1 the other way round.
         *
         * @param conversion the choice, default {@link SoftLimitConversion#LOW}
         * @return this
         */
        public Builder softLimitAs(SoftLimitConversion conversion) {
            this.softLimitConversion = conversion;
            return this;
        }

        /**
         * Lets a memory limit below the present usage be refused, with {@link io.cgroups.CgroupBusyException}, instead of
         * the kernel killing members. The usage is read when the plan is made, and counts file cache, which the kernel could
         * reclaim. v1 refuses by itself what it cannot reclaim, whatever is chosen here.
         *
         * @return this
         */
        public Builder refuseBelowUsage() {
            this.refuseBelowUsage = true;
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         * @throws InvalidValueException if memory and swap together are limited to less than memory, or two settings are
         *     mentioned of which one stands for the other
         */
        public MemorySpec build() {
            return new MemorySpec(limits, softLimitConversion, refuseBelowUsage, swappiness, oomKillDisabled, oomGroup);
        }
    }
}
