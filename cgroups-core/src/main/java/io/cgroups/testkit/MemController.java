package io.cgroups.testkit;

import java.time.Duration;

/** One controller of the in-memory kernel on one hierarchy version: which files a new group gets and how they behave. */
interface MemController {

    /** Gives a new group its control files; the root of a hierarchy has no parent and often fewer files. */
    void populate(MemGroup group);

    /** Refuses a member by throwing, as a v1 cpuset without CPUs does. */
    default void checkAttach(MemGroup group) {}

    /** Lets time pass for a group whose members want this many CPUs; called for every group, parents before children. */
    default void advance(MemGroup group, Duration time) {}

    /** Takes note of new members in a group or below. */
    default void grown(MemGroup group) {}

    /** Gives back what a group holds elsewhere, before it or its controller goes. */
    default void removed(MemGroup group) {}
}
