package io.cgroups.internal.route;

import io.cgroups.CgroupPath;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where this JVM is: each hierarchy can have it in another group. */
final class OwnGroup {
    private OwnGroup() {}

    /** Its directories, one for each hierarchy that shows it. */
    static List<GroupDir> dirs(Host host) {
        // Not from the layout: this JVM may have been moved since that was detected.
        FormerGroups self = FormerGroups.of(host, "self");
        List<GroupDir> own = Creation.hierarchies(host, Set.of()).stream()
                .flatMap(h -> self.in(h).stream())
                .map(dir -> host.hasDriver(dir.hierarchy())
                        ? host.driver(dir.hierarchy()).domain(dir)
                        : dir)
                .toList();
        if (own.isEmpty()) {
            // A mount's root would be another group, and to limit that one by mistake is worse than an exception.
            throw new CgroupsUnavailableException(
                    Failure.of(
                            "find the caller's own group",
                            "no mounted hierarchy shows it, as after entering a cgroup namespace; mount the hierarchies there"));
        }
        return own;
    }

    /** The name of a directory within its hierarchy. */
    static CgroupPath path(GroupDir dir) {
        Path below = dir.hierarchy().mountPoint().relativize(dir.path());
        return CgroupPath.ofKernel("/"
                + StreamSupport.stream(below.spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining("/")));
    }

    /** Those of one name: that in the hierarchy of the CPUs, and where that is the root, the longest. */
    static List<GroupDir> inOnePlace(List<GroupDir> dirs) {
        CgroupPath place = dirs.stream()
                .filter(dir -> dir.hierarchy().has(Controller.CPU))
                .map(OwnGroup::path)
                .filter(path -> !path.isRoot())
                .findFirst()
                .or(() -> dirs.stream()
                        .map(OwnGroup::path)
                        .max(Comparator.comparingInt(path -> path.parts().size())))
                .orElseThrow();
        return dirs.stream().filter(dir -> path(dir).equals(place)).toList();
    }
}
