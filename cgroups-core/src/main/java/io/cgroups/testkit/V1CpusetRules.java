package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.cpuset.IdSet;
import io.cgroups.testkit.V1CpusetState.Part;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the kernel checks before one set of a cpuset, or its being exclusive, becomes another; in its order, since that
 * decides which error a change gets that breaks several rules.
 */
final class V1CpusetRules {
    private final MemGroup group;
    private final Function<V1CpusetState, Part> part;

    V1CpusetRules(MemGroup group, Function<V1CpusetState, Part> part) {
        this.group = group;
        this.part = part;
    }

    private Part partOf(MemGroup other) {
        return part.apply(other.state(V1CpusetState.class));
    }

    void check(IdSet ids, boolean exclusive) {
        for (MemGroup child : group.children().values()) {
            refuse(
                    Errno.EBUSY,
                    !fits(partOf(child).ids.get(), partOf(child).exclusive.get(), ids, exclusive));
        }
        List<MemGroup> parents = group.parent().stream().toList();
        for (MemGroup parent : parents) {
            refuse(
                    Errno.EACCES,
                    !fits(
                            ids,
                            exclusive,
                            partOf(parent).ids.get(),
                            partOf(parent).exclusive.get()));
        }
        Part own = partOf(group);
        boolean emptied = ids.isEmpty() && !own.ids.get().isEmpty();
        refuse(Errno.ENOSPC, emptied && !group.threads().isEmpty());
        // Linux 6.1 still lets an exclusive set be emptied; Linux 6.18 does not, for the sake of deadline threads.
        refuse(Errno.EBUSY, emptied && own.exclusive.get());
        parents.stream()
                .flatMap(this::siblings)
                .forEach(sibling -> refuse(
                        Errno.EINVAL,
                        (exclusive || sibling.exclusive.get())
                                && !sibling.ids.get().intersection(ids).isEmpty()));
    }

    private Stream<Part> siblings(MemGroup parent) {
        return parent.children().values().stream()
                .filter(sibling -> sibling != group)
                .map(this::partOf);
    }

    /** Whether a group with this set may be below one with that. */
    private static boolean fits(IdSet inner, boolean innerExclusive, IdSet outer, boolean outerExclusive) {
        return outer.containsAll(inner) && (outerExclusive || !innerExclusive);
    }

    /** Whether a group made now can have this set, as one that copies it from above is only given it then. */
    boolean isFree(MemGroup parent) {
        return siblings(parent).noneMatch(sibling -> sibling.exclusive.get());
    }

    private static void refuse(Errno errno, boolean broken) {
        if (broken) {
            throw new KernelRefusal(errno);
        }
    }
}
