package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who is in a group of the unified hierarchy, and who may come in. */
final class V2Members {
    private V2Members() {}

    static void populate(MemGroup group) {
        MemHierarchy hierarchy = group.hierarchy();
        group.file(
                "cgroup.procs",
                MemFile.of(() -> lines(group, processes(group)), pid -> hierarchy.attach(group, pid, true)));
        group.file(
                "cgroup.threads",
                MemFile.of(() -> lines(group, group.tids()), tid -> hierarchy.attach(group, tid, false)));
    }

    /** What the reader's pid namespace has no id for is 0. */
    private static String lines(MemGroup group, Set<Long> ids) {
        MemProcesses processes = group.hierarchy().kernel().processes();
        return MemFile.lines(ids.stream()
                .map(id -> processes.isForeign(id) ? 0 : id)
                .sorted()
                .toList());
    }

    /** The processes of a domain, wherever in its threaded groups their threads are. */
    private static Set<Long> processes(MemGroup group) {
        if (V2Domains.isThreaded(group)) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        Set<Long> pids = new TreeSet<>();
        group.subtree().stream()
                .filter(below -> V2Domains.domain(below) == group)
                .forEach(below -> pids.addAll(below.pids()));
        return pids;
    }

    static void check(MemGroup group, List<MemThread> moved, boolean wholeProcess) {
        MemGroup domain = V2Domains.domain(group);
        if (!V2Domains.isValidDomain(domain)) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        boolean mayCompete = V2Domains.canBeThreadRoot(group) || V2Domains.isThreaded(group);
        if (!mayCompete && !V2SubtreeControl.enabled(group).isEmpty()) {
            throw new KernelRefusal(Errno.EBUSY);
        }
        boolean leavesDomain =
                moved.stream().anyMatch(thread -> V2Domains.domain(thread.groupIn(group.hierarchy())) != domain);
        if (!wholeProcess && leavesDomain) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
    }
}
