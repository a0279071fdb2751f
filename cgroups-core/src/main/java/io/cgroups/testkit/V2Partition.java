package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.testkit.V2CpusetFiles.State;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/** Partitions of v2 cpusets: CPUs that a group takes away from those above, and why it may not have them. */
final class V2Partition {
    private static final String MEMBER = "member";
    private static final Set<String> KINDS = Set.of(MEMBER, "root", "isolated");

    /** What one group wants to be. */
    private static final class Wish {
        private String kind = MEMBER;
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
                        text -> {
                            if (!KINDS.contains(text)) {
                                throw new KernelRefusal(Errno.EINVAL);
                            }
                            wish.kind = text;
                        }));
    }

    /** The CPUs that members of a group run on. */
    static BitSet effectiveCpus(MemGroup group) {
        BitSet cpus = granted(group);
        for (MemGroup child : group.children().values()) {
            if (isPartition(child)) {
                cpus.andNot(child.state(State.class).cpus());
            }
        }
        return cpus;
    }

    /** The CPUs of a group before its partitions take theirs; an empty list, or a useless one, means those from above. */
    private static BitSet granted(MemGroup group) {
        BitSet own = (BitSet) group.state(State.class).cpus().clone();
        if (group.isRoot()) {
            own.set(0, V2CpusetFiles.CPUS);
            return own;
        }
        if (isPartition(group)) {
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

    /** Why a group that wants to be a partition cannot be one, in the kernel's words. */
    private static Optional<String> whyInvalid(MemGroup group) {
        if (group.state(Wish.class).kind.equals(MEMBER)) {
            return Optional.empty();
        }
        MemGroup parent = group.parent().orElseThrow();
        BitSet cpus = group.state(State.class).cpus();
        if (!parent.isRoot() && !isPartition(parent)) {
            return Optional.of("Parent is not a partition root");
        }
        if (cpus.isEmpty()) {
            return Optional.of("cpuset.cpus is empty");
        }
        if (parent.children().values().stream()
                .filter(sibling -> sibling != group)
                .anyMatch(sibling -> sibling.state(State.class).cpus().intersects(cpus))) {
            return Optional.of("Cpu list in cpuset.cpus not exclusive");
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
