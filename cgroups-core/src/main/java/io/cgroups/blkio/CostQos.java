package io.cgroups.blkio;

import java.util.Optional;

/**
 * Whether the cost model divides the time of a disk by {@link IoWeight}, and how it finds out that there is no more of it;
 * {@code io.cost.qos}. Immutable.
 *
 * @param enabled whether it does ({@code enable=1})
 * @param goals when the disk is saturated; empty to leave that to the kernel, which then looks at the kind of the disk
 *     ({@code ctrl=auto})
 */
public record CostQos(boolean enabled, Optional<CostGoals> goals) {

    /**
     * On, by the kernel's own judgement of the disk.
     *
     * @return the setting
     */
    public static CostQos automatic() {
        return new CostQos(true, Optional.empty());
    }

    /**
     * On, by these goals.
     *
     * @param goals when the disk is saturated
     * @return the setting
     */
    public static CostQos of(CostGoals goals) {
        return new CostQos(true, Optional.of(goals));
    }

    /**
     * Off, as it is for every disk at first.
     *
     * @return the setting
     */
    public static CostQos off() {
        return new CostQos(false, Optional.empty());
    }
}
