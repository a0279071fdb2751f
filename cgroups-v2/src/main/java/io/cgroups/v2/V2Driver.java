package io.cgroups.v2;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.ValueRejectedException;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import java.util.Optional;

/** Drives the v2 hierarchy: members and killing. It has no typed controllers yet, so {@link #facet} finds none. */
final class V2Driver implements HierarchyDriver {
    private static final String KILL = "cgroup.kill";

    @Override
    public String processesFile() {
        return "cgroup.procs";
    }

    @Override
    public String threadsFile() {
        return "cgroup.threads";
    }

    @Override
    public void prepare(GroupDir created) {
        // A new group takes members as it is.
    }

    /** Since Linux 5.14, and not in a threaded group; without it the members are killed one by one. */
    @Override
    public boolean killAll(GroupDir dir) {
        if (!dir.has(KILL)) {
            return false;
        }
        try {
            dir.write(KILL, "1");
            return true;
        } catch (ValueRejectedException | CgroupNotFoundException e) {
            return false;
        }
    }

    @Override
    public <F> Optional<F> facet(Class<F> type, GroupContext group) {
        return Optional.empty();
    }
}
