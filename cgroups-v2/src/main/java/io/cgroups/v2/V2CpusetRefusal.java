package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.cpuset.IdSet;
import io.cgroups.spi.GroupDir;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a refused write of a set to a cpuset means. Found out by reading after the refusal. */
final class V2CpusetRefusal {
    static final String PARTITION_RULES =
            "a partition needs CPUs that no group beside it lists, a group above that is a "
                    + "partition or the root, and leaves that group a CPU if it has members; isolated needs Linux 6.1";

    private final GroupDir dir;
    private final String file;
    private final IdSet wanted;

    V2CpusetRefusal(GroupDir dir, String file, IdSet wanted) {
        this.dir = dir;
        this.file = file;
        this.wanted = wanted;
    }

    Optional<String> hint(CgroupIoException refusal) {
        return switch (refusal.errno().orElse(Errno.UNKNOWN)) {
            case ENOSPC ->
                Optional.of("members keep the list they have; give them that of the group above, or move them out"
                        + " before it is emptied");
            case EBUSY -> Optional.of("too little would be left for deadline threads");
            case EINVAL, ERANGE -> notThere().or(this::taken);
            default -> Optional.empty();
        };
    }

    /** What the root has is what the machine has, but for CPUs that partitions have taken. */
    private Optional<String> notThere() {
        IdSet has = effective(root());
        return has.containsAll(wanted)
                ? Optional.empty()
                : Optional.of("the machine has " + has + " and not " + wanted.minus(has));
    }

    private GroupDir root() {
        GroupDir at = dir;
        for (Optional<GroupDir> above = at.parent(); above.isPresent(); above = at.parent()) {
            at = above.get();
        }
        return at;
    }

    private IdSet effective(GroupDir group) {
        String effective = file.equals(V2Cpuset.MEMS) ? V2Cpuset.EFFECTIVE_MEMS : V2Cpuset.EFFECTIVE_CPUS;
        return ids(group, effective);
    }

    private static IdSet ids(GroupDir group, String file) {
        return group.readIfPresent(file)
                .map(text -> V2Cpuset.ids(group, file, text))
                .orElse(IdSet.empty());
    }

    private Optional<String> taken() {
        String others = dir.parent().stream()
                .flatMap(parent -> parent.children().stream())
                .filter(sibling -> !sibling.path().equals(dir.path()))
                .filter(sibling ->
                        !ids(sibling, V2Cpuset.EXCLUSIVE).intersection(wanted).isEmpty())
                .map(sibling -> sibling.path().getFileName() + " has "
                        + ids(sibling, V2Cpuset.EXCLUSIVE).intersection(wanted))
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("a group beside it has some of it to itself: " + others);
    }
}
