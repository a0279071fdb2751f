package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.GroupTask;
import io.cgroups.internal.thread.CallingThread;
import io.cgroups.spi.GroupDir;
import java.util.List;
import java.util.Objects;

/** A stay of the calling thread in a group, for the length of a task; then it goes back to where it came from. */
final class Visit {
    private final Attachment threads;
    private final List<GroupDir> group;
    private final List<GroupDir> former;

    private Visit(Attachment threads, List<GroupDir> group, List<GroupDir> former) {
        this.threads = threads;
        this.group = group;
        this.former = former;
    }

    /** Runs a task in a group. */
    static <T, X extends Exception> T call(Host host, List<GroupDir> group, GroupTask<T, X> task) throws X {
        Objects.requireNonNull(task, "task");
        CallingThread.requireOwn();
        FormerGroups groups = FormerGroups.of(host, "thread-self");
        List<GroupDir> former = group.stream().map(dir -> home(dir, groups)).toList();
        return new Visit(Attachment.ofThreads(host), group, former).call(task);
    }

    /** Whoever could not go back is not moved in the first place. */
    private static GroupDir home(GroupDir dir, FormerGroups groups) {
        return groups.in(dir.hierarchy())
                .orElseThrow(() -> new CgroupsUnavailableException(Failure.of(
                                "find the group to come back to",
                                "the mount does not show the group the calling thread is in, as in a container; use"
                                        + " threads of threadFactory(..), which stay in their group")
                        .at(dir.hierarchy().mountPoint())));
    }

    private <T, X extends Exception> T call(GroupTask<T, X> task) throws X {
        threads.attach(group, "0", "thread-self");
        T result;
        try {
            result = task.run();
        } catch (Throwable e) {
            goBackAfter(e);
            throw e;
        }
        goBack();
        return result;
    }

    /** The task's own exception comes first, as it does when a resource cannot be closed. */
    private void goBackAfter(Throwable thrown) {
        try {
            goBack();
        } catch (CgroupIoException e) {
            thrown.addSuppressed(e);
        }
    }

    private void goBack() {
        try {
            threads.attachEach(former, "0");
        } catch (CgroupIoException e) {
            throw e.withHint("the task has ended, but its thread could not go back and stays in " + group
                    + "; move it with attachCurrentThread(), or let it end: " + e.hint());
        }
    }
}
