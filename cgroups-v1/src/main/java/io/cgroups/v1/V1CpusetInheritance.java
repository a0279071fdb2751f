package io.cgroups.v1;

import io.cgroups.spi.GroupDir;
import java.util.List;

/** A new v1 cpuset has no CPUs and no memory nodes, and refuses every member with ENOSPC: it gets those from above. */
final class V1CpusetInheritance {
    private static final List<String> FILES = List.of("cpuset.cpus", "cpuset.mems");

    private V1CpusetInheritance() {}

    /** Fills what is empty; with {@code cgroup.clone_children} the kernel has done it already. */
    static void inherit(GroupDir created) {
        for (String file : FILES) {
            if (created.read(file).isBlank()) {
                String above = created.parent().orElseThrow().read(file);
                if (!above.isBlank()) {
                    created.write(file, above);
                }
            }
        }
    }
}
