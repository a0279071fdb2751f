package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.time.Duration;
import java.util.List;

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
        members.ids().forEach(pid -> move(host, to, Long.toString(pid)));
        return members.ids().isEmpty();
    }

    private static void move(Host host, GroupDir to, String pid) {
        try {
            Attachment.ofProcesses(host).attach(List.of(to), pid, pid);
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
