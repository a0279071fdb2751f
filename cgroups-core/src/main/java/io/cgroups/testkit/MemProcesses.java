package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.spi.GroupEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The processes and threads of the in-memory kernel. Guarded by the kernel's lock. */
final class MemProcesses {
    /** Above every pid a real machine gives by default, so that made-up processes are never mistaken for real ones. */
    private static final long FIRST_PID = 5_000_000;
    /** The parent of those whose own one has ended. */
    private static final long INIT = 1;

    private final Map<Long, MemThread> threads = new TreeMap<>();
    private final Map<Long, Long> parents = new TreeMap<>();
    private final Map<Long, Process> real = new TreeMap<>();
    private final Map<Long, Double> demands = new TreeMap<>();
    private final Set<Long> unfreezable = new HashSet<>();
    private final Set<Long> foreign = new HashSet<>();
    private final Set<Long> killed = new HashSet<>();
    private final Predicate<MemThread> freezing;
    private final long self = ProcessHandle.current().pid();
    private long nextId = FIRST_PID;
    private long started;

    /**
     * Starts with the JVM as the only process.
     *
     * @param freezing tells whether the group of a thread is frozen
     */
    MemProcesses(Predicate<MemThread> freezing) {
        this.freezing = freezing;
        add(self, self);
    }

    private MemThread add(long pid, long tid) {
        MemThread thread = new MemThread(pid, tid, ++started);
        threads.put(tid, thread);
        return thread;
    }

    long self() {
        return self;
    }

    long start() {
        long pid = nextId++;
        add(pid, pid);
        parents.put(pid, self);
        return pid;
    }

    /** Starts a real process, after a made-up one was taken by the group: what the group refuses does not run. */
    Process start(ProcessBuilder program, GroupEntry entry) throws IOException {
        long probe = start();
        try {
            entry.join(probe);
        } finally {
            end(probe);
        }
        Process process = program.start();
        long pid = process.pid();
        add(pid, pid);
        try {
            entry.join(pid);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            end(pid);
            throw e;
        }
        // From now on it is gone when it has really ended, which it may have already.
        real.put(pid, process);
        return process;
    }

    /** A process that was really started is a member of its groups as long as it really lives. */
    private void buryEnded() {
        List.copyOf(real.values()).stream()
                .filter(process -> !process.isAlive())
                .forEach(process -> end(process.pid()));
    }

    long startThread(long pid) {
        long tid = nextId++;
        process(pid).get(0).copyGroupsTo(add(pid, tid));
        return tid;
    }

    long startChild(long parent) {
        long pid = nextId++;
        fork(parent, pid);
        return pid;
    }

    private void fork(long parent, long pid) {
        process(parent).get(0).copyGroupsTo(add(pid, pid));
        parents.put(pid, parent);
    }

    void recycle(long pid) {
        process(pid);
        end(pid);
        fork(self, pid);
    }

    /** Kills a process; a frozen one dies only when it runs again. */
    boolean kill(long pid) {
        if (threads.values().stream().noneMatch(thread -> thread.pid() == pid)) {
            return false;
        }
        killed.add(pid);
        buryKilled();
        return true;
    }

    /** Ends those that have been killed and run. */
    void buryKilled() {
        List.copyOf(killed).stream().filter(pid -> !isFrozen(pid)).forEach(this::end);
    }

    private void end(long pid) {
        demands.remove(pid);
        List.of(unfreezable, foreign, killed).forEach(pids -> pids.remove(pid));
        threads.values().removeIf(thread -> thread.pid() == pid);
        parents.remove(pid);
        parents.replaceAll((child, parent) -> parent == pid ? INIT : parent);
        Process process = real.remove(pid);
        if (process != null) {
            process.destroyForcibly();
        }
    }

    long parentOf(long pid) {
        return parents.getOrDefault(pid, INIT);
    }

    Set<Long> pids() {
        return ids(thread -> true, MemThread::pid);
    }

    Set<Long> threadsOf(long pid) {
        long wanted = pid == 0 ? self : pid;
        return ids(thread -> thread.pid() == wanted, MemThread::tid);
    }

    private Set<Long> ids(Predicate<MemThread> which, Function<MemThread, Long> id) {
        return threads.values().stream().filter(which).map(id).collect(Collectors.toCollection(TreeSet::new));
    }

    void makeUnfreezable(long pid) {
        process(pid);
        unfreezable.add(pid);
    }

    boolean canBeFrozen(long pid) {
        return !unfreezable.contains(pid);
    }

    private boolean isFrozen(long pid) {
        return canBeFrozen(pid) && freezing.test(process(pid).get(0));
    }

    void makeForeign(long pid) {
        process(pid);
        foreign.add(pid);
    }

    boolean isForeign(long pid) {
        return foreign.contains(pid);
    }

    void demand(long pid, double cpus) {
        process(pid);
        demands.put(pid, cpus);
    }

    /** The CPUs that a process wants; none while it is stopped. */
    double demandOf(long pid) {
        boolean isStopped = canBeFrozen(pid) && process(pid).get(0).isStopped();
        return isFrozen(pid) || isStopped ? 0 : demands.getOrDefault(pid, 0.0);
    }

    double demandOf(MemGroup group) {
        return group.pids().stream().mapToDouble(this::demandOf).sum();
    }

    /** The threads of a process; a live process of the real machine is taken in when it is first named. */
    List<MemThread> process(long pid) {
        long wanted = pid == 0 ? self : pid;
        if (!threads.containsKey(wanted) && ProcessHandle.of(wanted).isPresent()) {
            add(wanted, wanted);
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

    /** A thread, or the first one of a process that is taken in for it. */
    MemThread known(long id) {
        return threads.containsKey(id) ? thread(id) : process(id).get(0);
    }

    List<MemThread> threadsIn(MemGroup group) {
        buryEnded();
        List<MemThread> members = new ArrayList<>(threads.values());
        members.removeIf(thread -> thread.groupIn(group.hierarchy()) != group);
        return members;
    }
}
