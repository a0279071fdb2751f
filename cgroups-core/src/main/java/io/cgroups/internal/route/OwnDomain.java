package io.cgroups.internal.route;

import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.Hierarchy;
import io.cgroups.spi.GroupDir;
import java.util.List;

/**
 * Where this JVM is at this moment, as a process: single threads of it may be in groups below. {@code /proc/self} shows its
 * first thread, which in a JVM only waits for the others; {@code main} runs in the second one.
 */
final class OwnDomain {
    private OwnDomain() {}

    static List<GroupDir> dirs(Host host, List<Hierarchy> hierarchies) {
        FormerGroups own = FormerGroups.of(host, "self");
        return hierarchies.stream()
                .map(hierarchy -> own.in(hierarchy).orElseThrow(() -> notShown(hierarchy)))
                .map(dir -> host.driver(dir.hierarchy()).domain(dir))
                .toList();
    }

    private static CgroupsUnavailableException notShown(Hierarchy hierarchy) {
        return new CgroupsUnavailableException(Failure.of(
                        "find the caller's own group",
                        "the mount does not show it, as after entering a cgroup namespace; mount the hierarchy there")
                .at(hierarchy.mountPoint()));
    }
}
