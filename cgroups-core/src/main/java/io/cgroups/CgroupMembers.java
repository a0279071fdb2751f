package io.cgroups;

import java.util.List;

/**
 * Who is in a group, and getting in and out of it: processes and threads that are there already. What is started in it from
 * the beginning is {@link CgroupWork}.
 */
public sealed interface CgroupMembers permits Cgroup {

    /**
     * Moves a whole process, with all its threads, into every hierarchy of this group, or into none.
     *
     * @param pid the process id
     * @return this
     * @throws InvalidValueException if the id is under 1
     * @throws ProcessNotFoundException if there is no such process
     */
    Cgroup attach(long pid);

    /**
     * Moves a whole process, and makes sure that it is the one that is meant: the kernel is told an id, and that may be another
     * process's by then. A stranger that was moved instead goes back to the groups of its parent, where it was born.
     *
     * @param process the process
     * @return this
     * @throws ProcessNotFoundException if there is no such process any more, or it ended while it was being moved; a stranger
     *     that could not be moved back is told of by a suppressed exception
     */
    Cgroup attach(ProcessHandle process);

    /**
     * Moves a process with all its descendants: parents first, and on until there is no new one outside, 10 seconds at the
     * most. One whose parent ended before it was found is nobody's descendant any more, and stays where it is. Descendants
     * that end in the meantime are no matter.
     *
     * @param process the process at the top
     * @return this
     * @throws ProcessNotFoundException if there is no such process any more
     * @throws CgroupTimeoutException if new ones come outside all the time
     * @throws CgroupIoException if one is refused. After each of these exceptions those that this call has moved, and what they
     *     have forked since, are where they were; what could not be moved back is a suppressed exception
     */
    Cgroup attachAll(ProcessHandle process);

    /**
     * Moves a process that this JVM has started: see {@link #attach(ProcessHandle)}. To have it inside from the beginning, start it with
     * {@link CgroupWork#start}.
     *
     * @param process the process
     * @return this
     * @throws ProcessNotFoundException if it has ended
     */
    default Cgroup attach(Process process) {
        return attach(process.toHandle());
    }

    /**
     * Moves this JVM with all its threads, also those of the virtual machine itself and those in groups for threads, for
     * good; {@link #moveSelf} can be undone.
     *
     * <p>Its own idea of its container stays that of the group it was started in: {@code availableProcessors()},
     * {@code OperatingSystemMXBean} and the default sizes of heap and pools do not follow a move, on v1 and v2 alike. Ask
     * {@code cpu().quota()}, {@code memory().limit(..)} and the statistics of the group instead, and size pools by them.
     *
     * @return this
     */
    Cgroup attachSelf();

    /**
     * Moves this JVM as {@link #attachSelf} does, into every hierarchy of this group or into none, but back when the result
     * is closed. Its own idea of its container does not follow, see {@link #attachSelf}.
     *
     * <p>On the unified hierarchy, this group must not enable controllers for its children. {@link Cgroups#moveSelf} makes
     * the group, moves and enables in the order that works.
     *
     * @return where it is, and the way back
     * @throws CgroupsUnavailableException if no mounted hierarchy shows the group this JVM is in now, so that there is no way
     *     back
     */
    SelfMove moveSelf();

    /**
     * Moves one thread, on v1 out of any process; on v2 the group must be a {@linkplain Cgroup#threadedChild threaded} one of the
     * domain the process is in, as {@link Cgroups#threadGroup} makes them for this JVM.
     *
     * @param tid the kernel's thread id
     * @return this
     * @throws InvalidValueException if the id is under 1
     * @throws ProcessNotFoundException if there is no such thread
     */
    Cgroup attachThread(long tid);

    /**
     * Moves the calling thread, for good: {@link Cgroup#runIn(GroupAction)} brings it back, and the threads of
     * {@link Cgroup#threadFactory(String)} are in the group from the beginning. Threads that it starts from now on begin in this group, too.
     *
     * <p>Only a thread that works for its caller alone is moved, and none of {@link java.util.concurrent.ForkJoinPool#commonPool()}
     * does: parallel streams run there and in the calling thread, and so does a {@link java.util.concurrent.CompletableFuture} without an
     * executor of its own, where there are more than two CPUs.
     *
     * @return this
     * @throws IllegalStateException if the calling thread is a virtual one (its carrier would be moved, with whatever it
     *     carries later), or one of {@link java.util.concurrent.ForkJoinPool#commonPool()}
     */
    Cgroup attachCurrentThread();

    /**
     * The processes of this group itself, in any of its hierarchies. Left out are processes of a pid namespace that the
     * caller does not see into: they have no id here. Before {@link Cgroup#delete()} they count all the same.
     *
     * @return process ids, sorted
     */
    List<Long> processes();

    /**
     * The threads of this group itself, in any of its hierarchies, without those of a foreign pid namespace.
     *
     * @return thread ids, sorted
     */
    List<Long> threads();

    /**
     * Moves every process of this group, not of those below, into the group above, in every hierarchy.
     *
     * @return this
     * @throws CgroupBusyException on the unified hierarchy, if the group above enables controllers for its children and is
     *     not the root: then it takes no processes; or if processes of a foreign pid namespace are listed, which cannot be
     *     named; all others have been moved
     * @throws IllegalStateException if this is the root of a mount
     */
    Cgroup moveMembersToParent();
}
