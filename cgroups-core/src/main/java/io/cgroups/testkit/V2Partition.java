package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.testkit.V2CpusetFiles.State;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Partitions of v2 cpusets: CPUs that a group takes away from those above, and why it may not have them. The kernel looks
 * only when something is written: what made a partition invalid may be gone, and it is invalid still.
 */
final class V2Partition {
    private static final String MEMBER = "member";
    private static final Set<String> KINDS = Set.of(MEMBER, "root", "isolated");
    private static final String NOT_EXCLUSIVE = "Cpu list in cpuset.cpus not exclusive";

    /** What one group wants to be, and why it could not be that when something was last written. */
    private static final class Wish {
        private String kind = MEMBER;
        private Optional<String> refusal = Optional.empty();
    }

    private V2Partition() {}

    static void populate(MemGroup group) {
        Wish wish = group.keep(new Wish());
        if (group.isRoot()) {
            return;
        }
        group.file(
                "cpuset.cpus.partition",
                MemFile.of(
                        () -> wish.kind
                                + whyInvalid(group)
                                        .map(why -> " invalid (" + why + ")")
                                        .orElse(""),
                        text -> become(group, text)));
    }

    private static void become(MemGroup group, String kind) {
        if (!KINDS.contains(kind)) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        Wish wish = group.state(Wish.class);
        boolean wasMember = wish.kind.equals(MEMBER);
        wish.kind = kind;
        if (kind.equals(MEMBER)) {
            wish.refusal = Optional.empty();
        } else if (wasMember) {
            wish.refusal = overlaps(group, cpus(group)) ? Optional.of(NOT_EXCLUSIVE) : whyNot(group);
        }
    }

    /** The CPUs of a group become others; partitions that then have some in common with others are invalid. */
    static void setCpus(MemGroup group, BitSet wanted) {
        State state = group.state(State.class);
        boolean hadOverlap = overlaps(group, state.cpus());
        List<MemGroup> rivals = siblings(group).stream()
                .filter(sibling -> cpus(sibling).intersects(wanted))
                .filter(sibling -> isPartition(sibling) || isPartition(group))
                .toList();
        rivals.stream()
                .filter(V2Partition::isPartition)
                .forEach(rival -> rival.state(Wish.class).refusal = Optional.of(NOT_EXCLUSIVE));
        state.setCpus(wanted);
        Wish wish = group.state(Wish.class);
        Optional<String> refusal = rivals.isEmpty() ? whyNot(group) : Optional.of(NOT_EXCLUSIVE);
        // Whether an invalid partition has its CPUs to itself is asked of those that it had.
        boolean staysInvalid = wish.refusal.isPresent() && (hadOverlap || refusal.isPresent());
        if (!wish.kind.equals(MEMBER) && !staysInvalid) {
            wish.refusal = refusal;
        }
    }

    private static boolean overlaps(MemGroup group, BitSet cpus) {
        return siblings(group).stream().anyMatch(sibling -> cpus(sibling).intersects(cpus));
    }

    private static List<MemGroup> siblings(MemGroup group) {
        return group.parent().orElseThrow().children().values().stream()
                .filter(sibling -> sibling != group)
                .toList();
    }

    private static BitSet cpus(MemGroup group) {
        return group.state(State.class).cpus();
    }

    /** The CPUs that members of a group run on. */
    static BitSet effectiveCpus(MemGroup group) {
        BitSet cpus = granted(group);
        for (MemGroup child : group.children().values()) {
            if (isPartition(child)) {
                cpus.andNot(cpus(child));
            }
        }
        return cpus;
    }

    /** The CPUs of a group before its partitions take theirs; an empty list, or a useless one, means those from above. */
    private static BitSet granted(MemGroup group) {
        BitSet own = (BitSet) cpus(group).clone();
        if (group.isRoot()) {
            own.set(0, V2CpusetFiles.CPUS);
            return own;
        }
        if (isPartition(group)) {
            own.and(granted(group.parent().orElseThrow()));
            return own;
        }
        BitSet above = effectiveCpus(group.parent().orElseThrow());
        own.and(above);
        return own.isEmpty() ? above : own;
    }

    private static boolean isPartition(MemGroup group) {
        return group.find(Wish.class).filter(wish -> !wish.kind.equals(MEMBER)).isPresent()
                && whyInvalid(group).isEmpty();
    }

    /** Why a group that wants to be a partition is none, in the kernel's words. */
    private static Optional<String> whyInvalid(MemGroup group) {
        Wish wish = group.state(Wish.class);
        if (wish.kind.equals(MEMBER)) {
            return Optional.empty();
        }
        MemGroup parent = group.parent().orElseThrow();
        if (parent.isRoot() || isPartition(parent)) {
            return wish.refusal;
        }
        return Optional.of(
                parent.state(Wish.class).kind.equals(MEMBER)
                        ? "Parent is not a partition root"
                        : "Parent is an invalid partition root");
    }

    /** Why a group cannot have its CPUs as a partition, whatever those beside it have. */
    private static Optional<String> whyNot(MemGroup group) {
        MemGroup parent = group.parent().orElseThrow();
        BitSet cpus = cpus(group);
        if (cpus.isEmpty()) {
            return Optional.of("cpuset.cpus is empty");
        }
        BitSet rest = granted(parent);
        if (!rest.intersects(cpus)) {
            return Optional.of("Invalid cpu list in cpuset.cpus");
        }
        rest.andNot(cpus);
        boolean needed = parent.isRoot() || !parent.threads().isEmpty();
        return rest.isEmpty() && needed ? Optional.of("Parent unable to distribute cpu downstream") : Optional.empty();
    }
}
