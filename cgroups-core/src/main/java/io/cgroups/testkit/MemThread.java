package io.cgroups.testkit;

import java.util.HashMap;
import java.util.Map;

/** One thread of the in-memory kernel: where it is in each hierarchy. Guarded by the kernel's lock. */
final class MemThread {
    private final long pid;
    private final long tid;
    private final long start;
    private final Map<MemHierarchy, MemGroup> groups = new HashMap<>();

    /**
     * Makes a thread in the roots.
     *
     * @param start when it began: a number that grows with each thread
     */
    MemThread(long pid, long tid, long start) {
        this.pid = pid;
        this.tid = tid;
        this.start = start;
    }

    long pid() {
        return pid;
    }

    long tid() {
        return tid;
    }

    long start() {
        return start;
    }

    MemGroup groupIn(MemHierarchy hierarchy) {
        return groups.getOrDefault(hierarchy, hierarchy.root());
    }

    /** Whether a group this thread is in keeps it from running. */
    boolean isStopped() {
        return groups.entrySet().stream()
                .anyMatch(entry -> entry.getKey().core().stops(entry.getValue()));
    }

    void move(MemHierarchy hierarchy, MemGroup group) {
        groups.put(hierarchy, group);
    }

    void copyGroupsTo(MemThread other) {
        other.groups.putAll(groups);
    }
}
