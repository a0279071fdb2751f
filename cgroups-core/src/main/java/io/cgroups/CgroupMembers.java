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
     * Moves a whole process.
     *
     * @param process the process
     * @return this
     * @throws ProcessNotFoundException if there is no such process any more
     */
    default Cgroup attach(ProcessHandle process) {
        return attach(process.pid());
    }

    /**
     * Moves this JVM with all its threads, also those of the virtual machine itself, and those that are in groups for threads.
     *
     * @return this
     */
    Cgroup attachSelf();

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
     * Moves the calling thread, for good: {@link Cgroup#runIn(Runnable)} brings it back, and the threads of
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
