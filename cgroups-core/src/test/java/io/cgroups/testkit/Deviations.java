package io.cgroups.testkit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** In what the in-memory kernel is not as the recorded one, and why; the test fails on every other difference. */
final class Deviations {
    private static final String ANY_ROOT = ".*-root";

    private static final String LEFT_OUT = "left out, because the library does not use it";
    private static final String MEASURED = "depends on what the machine has done before";

    /**
     * Files that deviate.
     *
     * @param where the recorded groups, as a pattern
     * @param files the control files, as a pattern
     * @param reason why they do
     */
    private record Deviation(String where, String files, String reason) {}

    private static final List<Deviation> LISTED = List.of(
            new Deviation(ANY_ROOT, "cgroup\\.procs|cgroup\\.threads|tasks", "other processes run on the machine"),
            new Deviation(ANY_ROOT, "cpuacct\\..*|cpu\\.stat|(cpu|io)\\.pressure", MEASURED),
            new Deviation(ANY_ROOT, "memory\\.(memsw\\.)?usage_in_bytes|memory\\.(numa_)?stat", MEASURED),
            new Deviation(ANY_ROOT, "io\\.stat|blkio\\.throttle\\.io_serv.*", MEASURED + ", and the disks are others"),
            new Deviation("v1/net.*", "net_prio\\.ifpriomap", "the machine has other network interfaces"),
            new Deviation("v1/memory.*", "memory\\.kmem\\..*", "left out, because kernels are giving it up"),
            new Deviation("v1/memory.*", "memory\\.(move_charge_at_immigrate|use_hierarchy)", LEFT_OUT),
            new Deviation("v1/memory.*", "memory\\.(numa_stat|pressure_level)", LEFT_OUT),
            new Deviation("v1/memory.*", "memory\\.stat", "without the keys that no type of the library has"),
            new Deviation("hybrid/unified(-root)?", "cgroup\\.controllers|cpuset\\..*", "here cpuset is on v1"));

    private Deviations() {}

    /** Those of the files of a group that are listed. */
    static Set<String> listed(String where, Set<String> files) {
        Set<String> listed = new TreeSet<>();
        LISTED.stream()
                .filter(deviation -> where.matches(deviation.where()))
                .forEach(deviation -> files.stream()
                        .filter(file -> file.matches(deviation.files()))
                        .forEach(listed::add));
        return listed;
    }

    /** What is listed without need, when these files of these groups differ, each as {@code where file}. */
    static List<String> needless(Set<String> differing) {
        return LISTED.stream()
                .filter(deviation -> differing.stream()
                        .noneMatch(file -> file.matches("(?:" + deviation.where() + ") (?:" + deviation.files() + ")")))
                .map(deviation -> deviation.where() + " " + deviation.files() + ": " + deviation.reason())
                .toList();
    }
}
