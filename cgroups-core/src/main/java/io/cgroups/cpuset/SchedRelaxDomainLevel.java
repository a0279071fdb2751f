package io.cgroups.cpuset;

import io.cgroups.InvalidValueException;
import java.util.OptionalInt;

/**
 * How far the scheduler looks for an idle CPU when a member wakes up, and for work when a CPU becomes idle.
 *
 * <p>0 looks nowhere, 1 at the hyper-threads of the same core, 2 at the cores of the same package, 3 at the CPUs of the
 * same memory node, 4 at nearby nodes, 5 at the whole machine; machines differ in how many levels they have. Immutable.
 *
 * @param level the level, empty for what the machine does by default
 */
public record SchedRelaxDomainLevel(OptionalInt level) {

    /**
     * Checks the level.
     *
     * @param level see the record
     * @throws InvalidValueException if the level is negative
     */
    public SchedRelaxDomainLevel {
        level.ifPresent(number -> InvalidValueException.inRange(
                "cpuset.sched_relax_domain_level",
                number,
                0,
                Integer.MAX_VALUE,
                "use SchedRelaxDomainLevel.systemDefault() for no wish"));
    }

    /**
     * A level.
     *
     * @param level 0 or more; the kernel refuses more than the machine has
     * @return the value
     * @throws InvalidValueException if the level is negative
     */
    public static SchedRelaxDomainLevel of(int level) {
        return new SchedRelaxDomainLevel(OptionalInt.of(level));
    }

    /**
     * No wish of this group; the machine's default, or that of an overlapping group.
     *
     * @return the value, -1 for the kernel
     */
    public static SchedRelaxDomainLevel systemDefault() {
        return new SchedRelaxDomainLevel(OptionalInt.empty());
    }

    /** Returns the level, or {@code system default}. */
    @Override
    public String toString() {
        return level.isPresent() ? Integer.toString(level.getAsInt()) : "system default";
    }
}
