package io.cgroups.internal.route;

import io.cgroups.Hierarchy;

/** Why a group is not in a hierarchy. */
final class NotInGroup {
    private NotInGroup() {}

    /**
     * Says why.
     *
     * @param make what makes a group there, where the caller may
     */
    static String why(Host host, Hierarchy hierarchy, String make) {
        return "the group was not made in its hierarchy " + hierarchy.mountPoint() + "; "
                + Base.obstacle(host, hierarchy).map(Object::toString).orElse(make);
    }
}
