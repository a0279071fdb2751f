package io.cgroups.testkit;

import io.cgroups.Controller;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the two versions of control groups do each in their own way: the files that every group has, which controllers a
 * group has, who may join it, and how /proc tells of it.
 */
interface MemCore {

    /** Gives a new group the files it has whatever its controllers. */
    void populate(MemGroup group);

    /** The controllers of a group, of those its hierarchy has. */
    Map<Controller, MemController> active(MemGroup group);

    /** Refuses one more child by throwing. */
    default void checkCreate(MemGroup parent) {}

    /** Refuses members by throwing. */
    default void checkAttach(MemGroup group, List<MemThread> moved, boolean wholeProcess) {}

    /** Whether members of a group do not run. */
    default boolean stops(MemGroup group) {
        return false;
    }

    /** Lets time pass for a group; called before its controllers. */
    default void advance(MemGroup group, Duration time) {}

    /** The type, the source and the options of the file system, as mountinfo ends with them. */
    String mountTail(MemHierarchy hierarchy);

    /** How a line of /proc/PID/cgroup begins, for the hierarchy of this number. */
    String membershipHead(MemHierarchy hierarchy, int number);

    /** What a control file is called here; a v1 mount may leave out the name of the controller. */
    default String fileName(String name) {
        return name;
    }
}
