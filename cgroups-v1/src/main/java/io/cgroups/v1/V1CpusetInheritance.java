package io.cgroups.v1;

import io.cgroups.ValueRejectedException;
import io.cgroups.cpuset.IdSet;
import io.cgroups.spi.GroupDir;

/** A new v1 cpuset has no CPUs and no memory nodes, and refuses every member with ENOSPC: it gets those from above. */
final class V1CpusetInheritance {
    private V1CpusetInheritance() {}

    /** Fills what is empty, groups above first; with {@code cgroup.clone_children} the kernel has done it already. */
    static void inherit(GroupDir dir) {
        inherit(dir, V1Cpuset.CPUS, V1Cpuset.CPU_EXCLUSIVE);
        inherit(dir, V1Cpuset.MEMS, V1Cpuset.MEM_EXCLUSIVE);
    }

    private static IdSet inherit(GroupDir dir, String file, String exclusiveFile) {
        IdSet present = V1Cpuset.ids(dir, file);
        if (!present.isEmpty() || dir.parent().isEmpty()) {
            return present;
        }
        GroupDir parent = dir.parent().get();
        IdSet above = inherit(parent, file, exclusiveFile);
        return above.isEmpty() ? present : fill(dir, file, exclusiveFile, above);
    }

    /** Siblings are looked at only when one is exclusive, which the kernel says by refusing. */
    private static IdSet fill(GroupDir dir, String file, String exclusiveFile, IdSet above) {
        try {
            dir.write(file, above.toString());
            return above;
        } catch (ValueRejectedException e) {
            IdSet free = above;
            for (GroupDir sibling : dir.parent().orElseThrow().children()) {
                if (sibling.readIfPresent(exclusiveFile).filter("1"::equals).isPresent()) {
                    free = free.minus(
                            sibling.readIfPresent(file).map(IdSet::parse).orElse(IdSet.empty()));
                }
            }
            if (free.isEmpty()) {
                throw e.withHint("exclusive groups beside it have all of " + above + " of the group above");
            }
            dir.write(file, free.toString());
            return free;
        }
    }
}
