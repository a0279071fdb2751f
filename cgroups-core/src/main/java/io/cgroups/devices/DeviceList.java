package io.cgroups.devices;

import java.util.List;
import java.util.Optional;

/**
 * What the kernel tells of the policy of a group: {@code devices.list} of v1.
 *
 * <p>Of a group that denies by default, these are all rules. Of one that allows by default the kernel shows the one
 * rule {@link DeviceRule#EVERYTHING} and never the exceptions, so it shows the same whether there are any or not.
 * Immutable.
 *
 * @param rules what is allowed, in the kernel's order, which is that of adding
 */
public record DeviceList(List<DeviceRule> rules) {

    /**
     * Copies the list.
     *
     * @param rules see the record
     */
    public DeviceList {
        rules = List.copyOf(rules);
    }

    /**
     * Whether the group allows by default; there may be exceptions, which the kernel does not show.
     *
     * @return false when nothing is allowed but the rules
     */
    public boolean allowsByDefault() {
        return rules.contains(DeviceRule.EVERYTHING);
    }

    /**
     * The policy, where the kernel tells all of it.
     *
     * @return empty for a group that allows by default, whose exceptions are not known
     */
    public Optional<DevicePolicy> policy() {
        return allowsByDefault()
                ? Optional.empty()
                : Optional.of(DevicePolicy.denyAll().allow(rules));
    }
}
