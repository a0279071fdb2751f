package io.cgroups.event;

import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import java.util.Objects;

/**
 * Why a subscription has ended by itself. Immutable.
 *
 * @param why {@link CgroupNotFoundException} when the group was removed; else what keeps it from being followed, for example
 *     {@link io.cgroups.ControllerUnavailableException} when its controller was disabled, and {@link
 *     io.cgroups.UnsupportedSettingException} when its pressure is no longer measured
 */
public record SubscriptionEnd(CgroupException why) {

    /**
     * Checks that there is a reason.
     *
     * @param why see the record
     * @throws NullPointerException if it is null
     */
    public SubscriptionEnd {
        Objects.requireNonNull(why, "why");
    }

    /**
     * Whether the group was removed, which is how most subscriptions end.
     *
     * @return false when the kernel does not tell more although the group is there
     */
    public boolean isRemoved() {
        return why instanceof CgroupNotFoundException;
    }
}
