package io.cgroups.cpuset;

import io.cgroups.InvalidValueException;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a group takes its CPUs away from all groups that are not below it, and if it wants to and cannot, why.
 *
 * <p>v2 {@code cpuset.cpus.partition}. The same type is set and read; only valid ones can be set. A partition that was
 * valid becomes invalid when its CPUs are changed, here or beside it, so that the conditions no longer hold. Immutable.
 *
 * @param kind what the group wants to be
 * @param valid whether it is that; always for a member
 * @param reason why it is not, in the kernel's words; empty when it is, and before Linux 6.1
 */
public record CpusetPartition(Kind kind, boolean valid, Optional<String> reason) {

    /** What a group wants to be. */
    public enum Kind {
        /** Shares CPUs with the groups around it; the default. */
        MEMBER,
        /** Has its CPUs to itself, and the scheduler balances the load between them. */
        ROOT,
        /** Has its CPUs to itself, and the scheduler leaves every thread on its CPU; since Linux 6.1. */
        ISOLATED;

        /**
         * The kernel's word for it.
         *
         * @return for example {@code root}
         */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks that the parts fit together.
     *
     * @param kind see the record
     * @param valid see the record
     * @param reason see the record
     * @throws InvalidValueException if a member is invalid, or a valid one has a reason
     */
    public CpusetPartition {
        if (valid ? reason.isPresent() : kind == Kind.MEMBER) {
            throw new InvalidValueException(
                    "cpuset partition", kind.text(), "a member is always valid, and only an invalid one has a reason");
        }
    }

    /**
     * No partition of its own.
     *
     * @return the default
     */
    public static CpusetPartition member() {
        return new CpusetPartition(Kind.MEMBER, true, Optional.empty());
    }

    /**
     * A partition in which the load is balanced.
     *
     * @return a valid one
     */
    public static CpusetPartition root() {
        return new CpusetPartition(Kind.ROOT, true, Optional.empty());
    }

    /**
     * A partition in which every thread stays on its CPU.
     *
     * @return a valid one
     */
    public static CpusetPartition isolated() {
        return new CpusetPartition(Kind.ISOLATED, true, Optional.empty());
    }

    /** Returns it as the kernel shows it, for example {@code root invalid (Parent is not a partition root)}. */
    @Override
    public String toString() {
        return kind.text()
                + (valid ? "" : " invalid")
                + reason.map(why -> " (" + why + ")").orElse("");
    }
}
