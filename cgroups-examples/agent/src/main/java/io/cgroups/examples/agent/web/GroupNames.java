package io.cgroups.examples.agent.web;

import io.cgroups.CgroupPath;
import io.cgroups.InvalidNameException;

/** Names of groups as the page writes them. */
final class GroupNames {
    private GroupNames() {}

    /**
     * Reads what {@link CgroupPath#toString} has written.
     *
     * @throws InvalidNameException if it leads out of the tree
     */
    static CgroupPath parse(String name) {
        return CgroupPath.ofKernel(name.startsWith("/") ? name : "/" + name);
    }
}
