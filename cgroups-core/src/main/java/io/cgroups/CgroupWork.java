package io.cgroups;

import io.cgroups.process.GroupCommand;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Starting work in a group: what it begins, and whatever that begins in turn, has never been outside of it. */
public sealed interface CgroupWork permits Cgroup {

    /**
     * Starts a program that is in every hierarchy of this group before its first instruction, and so are all processes it
     * starts. What comes back is what {@link ProcessBuilder#start()} gives: process id, streams, exit code and signals are
     * those of the program.
     *
     * <p>A shell ({@code /bin/sh}) joins the group by itself and then becomes the program. Arguments, directory, redirects,
     * standard input and environment arrive as they are given. Two things can be seen from outside: where the {@code PATH}
     * of the program leads to another file than that of this JVM, which alone counts as in {@code ProcessBuilder}, the
     * program's {@code argv[0]} is the full path; and variables that shells set for themselves or do not pass on, such as
     * {@code PWD} or {@code B.C}, stand in a command line for a moment. What cannot be decoded with the JVM's character set
     * may be lost among the latter. The name of the program must have no equals sign.
     *
     * <p>Returns as soon as the program runs. In a frozen group it returns when the process is a member, and the program
     * runs when the group is thawed; so it does after about 10 seconds where a tiny quota holds it up. When this JVM dies in
     * between, the program runs inside the group or not at all. An interrupt neither shortens the call nor is lost. On the
     * in-memory kernel the program really runs, and nothing limits or stops it.
     *
     * <p>The builder is locked and its command exchanged while this works, and is as before when it returns: several
     * threads may start it in groups, but none may change it meanwhile or call its {@code start()}.
     *
     * @param program what to start
     * @return the process
     * @throws IOException as from {@code ProcessBuilder.start()}: there is no such program, it may not be executed, or the
     *     directory or a file to redirect to is not there. A program that the kernel refuses to execute although it is there
     *     (its dynamic loader is missing, or the arguments are too long) leaves a message of the shell on its standard
     *     error, too; where {@code sh} is not dash, only such a message and the exit code 126 or 127
     * @throws CgroupIoException if the kernel does not take the process into one of the hierarchies; the program did not run,
     *     and nothing is left running
     * @throws CgroupTimeoutException if it could not join within a minute; it was killed
     */
    Process start(ProcessBuilder program) throws IOException;

    /**
     * Describes a program to start in this group, step by step.
     *
     * @param command the program and its arguments
     * @return its description, to be completed and started
     * @throws IllegalArgumentException if no program is named
     */
    default GroupCommand command(String... command) {
        return command(List.of(command));
    }

    /**
     * Describes a program to start in this group, step by step.
     *
     * @param command the program and its arguments; copied
     * @return its description, to be completed and started
     * @throws IllegalArgumentException if no program is named
     */
    default GroupCommand command(List<String> command) {
        return GroupCommand.in(this, command);
    }

    /**
     * A pool of the JDK whose threads are in this group: {@code Executors.newFixedThreadPool(threads, threadFactory(namePrefix))}.
     *
     * @param threads how many, at the most
     * @param namePrefix as for {@link #threadFactory(String)}
     * @return the pool, which has no threads yet; the first is made when a task is given to it, and a refusal is thrown there
     * @throws IllegalArgumentException if {@code threads} is under 1
     */
    default ExecutorService newFixedThreadPool(int threads, String namePrefix) {
        return Executors.newFixedThreadPool(threads, threadFactory(namePrefix));
    }

    /**
     * Makes threads that are in this group before they do anything else; as those of {@link Executors#defaultThreadFactory()}
     * they are no daemons and have normal priority. See {@link #threadFactory(String, Consumer)}.
     *
     * @param namePrefix the names are this, a hyphen, and 1, 2, 3 and so on
     * @return a factory, for any pool of the JDK; safe for use by many threads
     */
    default ThreadFactory threadFactory(String namePrefix) {
        return threadFactory(namePrefix, thread -> {});
    }

    /**
     * Makes threads that are in this group before they do anything else, and never run their task outside of it. On v2 the group must
     * be one for threads of this JVM, see {@link Cgroups#threadGroup} and {@link #runIn(GroupTask)}.
     *
     * <p>A refusal of the kernel is thrown where the thread is wanted, so by {@code submit} and {@code execute} of a pool, which
     * stays in order: {@code newThread} has another thread join first, which ends at once, and {@code start()} returns
     * when the new one has joined, or throws. When the kernel changes its mind between the two, the pools of Java 21 and later,
     * which do not call {@code start()}, do not hear of it: the thread ends, its handler of uncaught exceptions gets the refusal, and
     * the task is not run.
     *
     * <p>The threads of the JVM itself (garbage collection, compilation) are in no such group; {@link CgroupMembers#attachSelf()} moves them along.
     *
     * @param namePrefix the names are this, a hyphen, and 1, 2, 3 and so on
     * @param settings is given each new thread, for example to make it a daemon; what it throws is thrown by {@code newThread}
     * @return a factory whose {@code newThread}, and {@code start()} of its threads, throw what
     *     {@link CgroupMembers#attachCurrentThread()} throws; safe for use by many threads
     */
    ThreadFactory threadFactory(String namePrefix, Consumer<? super Thread> settings);

    /**
     * Runs a task in the calling thread, which is in this group as long as the task runs and then goes back to the groups it came
     * from, in each hierarchy, whatever the task has thrown. Threads that the task starts begin in this group, and stay there. May be
     * nested. Moving there and back takes the kernel up to some milliseconds, so it is for tasks that take longer than that.
     *
     * <p>The group must be one that takes single threads: on v1 every group does, on v2 one for threads of this JVM, see
     * {@link Cgroups#threadGroup}.
     *
     * @param <T> what the task returns
     * @param <X> what it throws
     * @param task what to do; of a {@link java.util.concurrent.Callable} it is {@code callable::call}
     * @return what it returned
     * @throws X what the task throws; when its thread cannot go back either, that is a suppressed exception
     * @throws IllegalStateException if the calling thread is a virtual one, or one of {@link java.util.concurrent.ForkJoinPool#commonPool()}
     * @throws CgroupsUnavailableException if a mount does not show the group to go back to; the task was not run
     * @throws CgroupIoException if the thread cannot come in, and the task was not run; or if it cannot go back although the
     *     task returned: the hint says so, the value is lost, and the thread stays in the hierarchies that refused
     */
    <T, X extends Exception> T runIn(GroupTask<T, X> task) throws X;

    /**
     * Runs a task in the calling thread, which is in this group as long as the task runs: see {@link #runIn(GroupTask)}.
     *
     * @param <X> what it throws
     * @param task what to do; of a {@link Runnable} it is {@code runnable::run}
     * @throws X what the task throws; when its thread cannot go back either, that is a suppressed exception
     * @throws IllegalStateException if the calling thread is a virtual one, or one of {@link java.util.concurrent.ForkJoinPool#commonPool()}
     * @throws CgroupsUnavailableException if a mount does not show the group to go back to; the task was not run
     * @throws CgroupIoException if the thread cannot come in, and the task was not run; or if it cannot go back although the
     *     task returned
     */
    default <X extends Exception> void runIn(GroupAction<X> task) throws X {
        Objects.requireNonNull(task, "task");
        this.<Boolean, X>runIn(() -> {
            task.run();
            return true;
        });
    }
}
