package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.cpuset.IdSet;
import io.cgroups.spi.GroupDir;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a refused write to a cpuset means: which group above, below or beside stands in the way. Found out by reading
 * those groups after the refusal, so it is what they have now.
 */
final class V1CpusetRefusal {
    private final GroupDir dir;
    private final String setFile;
    private final String exclusiveFile;
    private final CgroupIoException refusal;

    V1CpusetRefusal(GroupDir dir, String setFile, String exclusiveFile, CgroupIoException refusal) {
        this.dir = dir;
        this.setFile = setFile;
        this.exclusiveFile = exclusiveFile;
        this.refusal = refusal;
    }

    private boolean is(Errno errno) {
        return refusal.errno().filter(errno::equals).isPresent();
    }

    /** A set was refused. */
    CgroupIoException ofSet(IdSet wanted) {
        Optional<GroupDir> parent = dir.parent();
        if (parent.isEmpty()) {
            return is(Errno.EACCES)
                    ? refusal.withHint("the root of the hierarchy has what the machine has, and takes no other")
                    : refusal;
        }
        if (is(Errno.EBUSY)) {
            return refusal.withHint(inUse(wanted));
        }
        if (is(Errno.ENOSPC)) {
            return refusal.withHint("members need at least one; move them out before the set is emptied");
        }
        IdSet above = V1Cpuset.ids(parent.get(), setFile);
        if (!above.containsAll(wanted)) {
            return refusal.asRejected("the group above has " + shown(above) + " and not " + wanted.minus(above)
                    + "; a group has only what the one above has");
        }
        return is(Errno.EINVAL) ? refusal.withHint(overlap(wanted)) : refusal;
    }

    private String inUse(IdSet wanted) {
        String users = dir.children().stream()
                .filter(child -> !wanted.containsAll(ids(child)))
                .map(child -> name(child) + " still has " + ids(child).minus(wanted))
                .collect(Collectors.joining(", "));
        return users.isEmpty()
                ? "an exclusive group cannot be emptied, nor left with too little for its deadline threads"
                : "of the groups below, " + users + "; take it from them first";
    }

    private String overlap(IdSet wanted) {
        boolean exclusive = isExclusive(dir);
        return "a sibling has some of it: "
                + siblings(wanted, exclusive).stream()
                        .map(sibling -> name(sibling) + " has "
                                + ids(sibling).intersection(wanted)
                                + (isExclusive(sibling) ? " to itself" : ""))
                        .collect(Collectors.joining(", "))
                + (exclusive ? "; this group is exclusive" : "");
    }

    /** The siblings that have some of it, or only those among them that are exclusive. */
    private List<GroupDir> siblings(IdSet wanted, boolean all) {
        return dir.parent().orElseThrow().children().stream()
                .filter(sibling -> !sibling.path().equals(dir.path()))
                .filter(sibling -> all || isExclusive(sibling))
                .filter(sibling -> !ids(sibling).intersection(wanted).isEmpty())
                .toList();
    }

    /** Making the group exclusive, or exclusive no more, was refused. */
    CgroupIoException ofExclusive() {
        Optional<GroupDir> parent = dir.parent();
        if (is(Errno.EACCES) && parent.isPresent() && !isExclusive(parent.get())) {
            return refusal.asRejected("the group above is not exclusive; set its " + exclusiveFile + " first");
        }
        if (is(Errno.EINVAL) && parent.isPresent()) {
            return refusal.withHint(overlapOfExclusive());
        }
        if (is(Errno.EBUSY)) {
            return refusal.withHint("groups below are exclusive: "
                    + dir.children().stream()
                            .filter(this::isExclusive)
                            .map(V1CpusetRefusal::name)
                            .collect(Collectors.joining(", ")));
        }
        return refusal;
    }

    private String overlapOfExclusive() {
        IdSet own = ids(dir);
        return "an exclusive group shares nothing with its siblings: "
                + siblings(own, true).stream()
                        .map(sibling -> name(sibling) + " has " + ids(sibling).intersection(own) + " too")
                        .collect(Collectors.joining(", "));
    }

    /** The set of another group, none if it has just been removed. */
    private IdSet ids(GroupDir group) {
        return group.readIfPresent(setFile).map(IdSet::parse).orElse(IdSet.empty());
    }

    private boolean isExclusive(GroupDir group) {
        return group.readIfPresent(exclusiveFile).filter("1"::equals).isPresent();
    }

    private static String name(GroupDir group) {
        return String.valueOf(group.path().getFileName());
    }

    private static String shown(IdSet ids) {
        return ids.isEmpty() ? "none" : ids.toString();
    }
}
