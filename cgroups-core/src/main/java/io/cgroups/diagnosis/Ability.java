package io.cgroups.diagnosis;

/** What groups can do besides limiting. */
public enum Ability {
    /** Stopping all members: the v1 freezer, or {@code cgroup.freeze} of v2 since Linux 5.2. */
    FREEZE,
    /** Killing all members in one stroke, by {@code cgroup.kill} since Linux 5.14; without it they are killed one by one. */
    KILL_AT_ONCE,
    /** Pressure of single groups, on the unified hierarchy since Linux 4.20. */
    PRESSURE
}
