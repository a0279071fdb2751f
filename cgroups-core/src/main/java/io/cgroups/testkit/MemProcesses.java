package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The processes and threads of the in-memory kernel. Guarded by the kernel's lock. */
final class MemProcesses {
    /** Above every pid a real machine gives by default, so that made-up processes are never mistaken for real ones. */
    private static final long FIRST_PID = 5_000_000;

    private final Map<Long, MemThread> threads = new TreeMap<>();
    private final Map<Long, Double> demands = new TreeMap<>();
    private final long self = ProcessHandle.current().pid();
    private long nextId = FIRST_PID;

    MemProcesses() {
        threads.put(self, new MemThread(self, self));
    }

    long self() {
        return self;
    }

    long start() {
        long pid = nextId++;
        threads.put(pid, new MemThread(pid, pid));
        return pid;
    }

    long startThread(long pid) {
        long tid = nextId++;
        MemThread thread = new MemThread(pid, tid);
        process(pid).get(0).copyGroupsTo(thread);
        threads.put(tid, thread);
        return tid;
    }

    boolean end(long pid) {
        demands.remove(pid);
        return threads.values().removeIf(thread -> thread.pid() == pid);
    }

    void demand(long pid, double cpus) {
        process(pid);
        demands.put(pid, cpus);
    }

    double demandOf(long pid) {
        return demands.getOrDefault(pid, 0.0);
    }

    double demandOf(MemGroup group) {
        return group.pids().stream().mapToDouble(this::demandOf).sum();
    }

    /** The threads of a process; a live process of the real machine is taken in when it is first named. */
    List<MemThread> process(long pid) {
        long wanted = pid == 0 ? self : pid;
        if (!threads.containsKey(wanted) && ProcessHandle.of(wanted).isPresent()) {
            threads.put(wanted, new MemThread(wanted, wanted));
        }
        List<MemThread> found = threads.values().stream()
                .filter(thread -> thread.pid() == wanted)
                .toList();
        if (found.isEmpty()) {
            throw new KernelRefusal(Errno.ESRCH);
        }
        return found;
    }

    MemThread thread(long tid) {
        MemThread thread = threads.get(tid == 0 ? self : tid);
        if (thread == null) {
            throw new KernelRefusal(Errno.ESRCH);
        }
        return thread;
    }

    List<MemThread> threadsIn(MemGroup group) {
        List<MemThread> members = new ArrayList<>(threads.values());
        members.removeIf(thread -> thread.groupIn(group.hierarchy()) != group);
        return members;
    }
}
