package io.cgroups.v1;

import io.cgroups.devices.DeviceAccess;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What differs between the rules of a group that denies by default and the rules it is to have: first add, then take away.
 *
 * <p>A rule that stays allowed by a wider one is left alone: taking it away would change nothing here, but the kernel
 * would take it away from the groups below as well.
 */
final class V1DevicesDiff {
    private final List<DeviceRule> present;
    private final Set<DeviceRule> wanted;

    V1DevicesDiff(List<DeviceRule> present, DevicePolicy wanted) {
        this.present = present;
        this.wanted = wanted.exceptions();
    }

    /** What the kernel has to add to a rule for the same devices, or as a new rule. */
    List<DeviceRule> additions() {
        return wanted.stream()
                .flatMap(rule -> without(rule, accessOfSame(rule, present)))
                .toList();
    }

    /** What the kernel has to take away from a rule, once the additions are there. */
    List<DeviceRule> removals() {
        List<DeviceRule> removals = new ArrayList<>();
        for (DeviceRule rule : present) {
            Set<DeviceAccess> same = accessOfSame(rule, wanted);
            without(rule, same.isEmpty() ? mostCovered(rule) : same).forEach(removals::add);
        }
        return removals;
    }

    private static Set<DeviceAccess> accessOfSame(DeviceRule rule, Collection<DeviceRule> rules) {
        return rules.stream()
                .filter(other -> other.withAccess(rule.access()).equals(rule))
                .findFirst()
                .map(DeviceRule::access)
                .orElse(Set.of());
    }

    /** As much of the access as one wanted rule covers; of two, one is not enough to keep the access of both. */
    private Set<DeviceAccess> mostCovered(DeviceRule rule) {
        Set<DeviceAccess> most = EnumSet.noneOf(DeviceAccess.class);
        for (DeviceRule wide : wanted) {
            Set<DeviceAccess> common = EnumSet.copyOf(rule.access());
            common.retainAll(wide.access());
            if (common.size() > most.size() && wide.covers(rule.withAccess(common))) {
                most = common;
            }
        }
        return most;
    }

    private static Stream<DeviceRule> without(DeviceRule rule, Set<DeviceAccess> access) {
        Set<DeviceAccess> rest = EnumSet.copyOf(rule.access());
        rest.removeAll(access);
        return rest.isEmpty() ? Stream.empty() : Stream.of(rule.withAccess(rest));
    }
}
