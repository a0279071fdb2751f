package io.cgroups.devices;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the policy of a group: on v1 what {@code devices.list} tells, on v2 all of it.
 *
 * <p>Of a group that denies by default, the rules are all that is allowed. Of one that allows by default there is the one
 * rule {@link DeviceRule#EVERYTHING}; v1 never shows the exceptions, so it shows the same whether there are any or not.
 * Immutable.
 *
 * @param rules what is allowed, in the order of adding
 * @param policy the policy, where all of it is known: empty for a group of v1 that allows by default
 */
public record DeviceList(List<DeviceRule> rules, Optional<DevicePolicy> policy) {

    /**
     * Copies the list.
     *
     * @param rules see the record
     * @param policy see the record
     */
    public DeviceList {
        rules = List.copyOf(rules);
    }

    /**
     * What v1 shows.
     *
     * @param rules the lines of {@code devices.list}
     * @return the list, with the policy when it denies by default
     */
    public static DeviceList ofRules(List<DeviceRule> rules) {
        return new DeviceList(
                rules,
                rules.contains(DeviceRule.EVERYTHING)
                        ? Optional.empty()
                        : Optional.of(DevicePolicy.denyAll().allow(rules)));
    }

    /**
     * A policy that is known.
     *
     * @param policy the policy
     * @return the list
     */
    public static DeviceList of(DevicePolicy policy) {
        List<DeviceRule> rules = policy.byDefault() == DevicePolicy.Default.ALLOW
                ? List.of(DeviceRule.EVERYTHING)
                : List.copyOf(policy.exceptions());
        return new DeviceList(rules, Optional.of(policy));
    }

    /**
     * Whether the group allows by default; there may be exceptions.
     *
     * @return false when nothing is allowed but the rules
     */
    public boolean allowsByDefault() {
        return rules.contains(DeviceRule.EVERYTHING);
    }
}
