package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Moves all processes of a group into another one of the same hierarchy. */
final class Relocation {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Relocation() {}

    /** How long a call that moves members takes at the most, however many groups it moves them out of. */
    static Deadline deadline(Host host) {
        return Deadline.in(host.files().clock(), LIMIT);
    }

    /** Goes on until none is left: a member may fork while its siblings are being moved. */
    static void move(Host host, GroupDir from, GroupDir to, Deadline deadline) {
        deadline.await(() -> moveOnce(host, from, to));
        Members left = host.driver(from.hierarchy()).processes(from);
        if (!left.isEmpty()) {
            throw unmovable(from, left);
        }
    }

    private static boolean moveOnce(Host host, GroupDir from, GroupDir to) {
        Members members = host.driver(from.hierarchy()).processes(from);
        members.ids().forEach(pid -> {
            Optional<Set<Long>> part = threadsHere(host, from, pid);
            if (part.isPresent()) {
                part.get().forEach(tid -> move(Attachment.ofThreads(host), to, Long.toString(tid)));
            } else {
                move(Attachment.ofProcesses(host), to, Long.toString(pid));
            }
        });
        return members.ids().isEmpty();
    }

    /** The threads that a process has in a group, where its others are elsewhere: those are not to be moved along. */
    private static Optional<Set<Long>> threadsHere(Host host, GroupDir from, long pid) {
        if (!host.driver(from.hierarchy()).takesThreads(from)) {
            return Optional.empty();
        }
        try {
            Set<Long> all = threadsOf(host, pid);
            Set<Long> here =
                    new TreeSet<>(Members.of(from, host.driver(from.hierarchy()).threadsFile())
                            .ids());
            here.retainAll(all);
            return Optional.of(here).filter(some -> !some.isEmpty() && !some.equals(all));
        } catch (CgroupNotFoundException e) {
            // It has ended.
            return Optional.empty();
        }
    }

    private static Set<Long> threadsOf(Host host, long pid) {
        Path tasks = host.files().proc().resolve(Long.toString(pid)).resolve("task");
        return host.files().directories(tasks).stream()
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void move(Attachment attachment, GroupDir to, String id) {
        try {
            attachment.attach(List.of(to), id, id);
        } catch (ProcessNotFoundException e) {
            // It died in the meantime, which empties the group as well.
            return;
        }
    }

    private static CgroupIoException unmovable(GroupDir dir, Members left) {
        Failure failure = Failure.of("move the members of", dir.path(), Errno.EBUSY);
        return CgroupIoException.of(
                failure.withHint(
                        "still there: " + left + "; processes without an id here are of a foreign pid namespace and"
                                + " are moved from one that sees them, others are exiting"),
                null);
    }
}
