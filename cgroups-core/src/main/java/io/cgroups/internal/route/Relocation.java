package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.util.List;

/** Moves all processes of a group into another one of the same hierarchy. */
final class Relocation {
    private Relocation() {}

    /** Goes on until none is left: a member may fork while its siblings are being moved. */
    static void move(Host host, GroupDir from, GroupDir to) {
        Members members = host.driver(from.hierarchy()).processes(from);
        while (!members.ids().isEmpty()) {
            members.ids().forEach(pid -> move(host, to, Long.toString(pid)));
            members = host.driver(from.hierarchy()).processes(from);
        }
        if (members.hasForeign()) {
            throw unmovable(from);
        }
    }

    private static void move(Host host, GroupDir to, String pid) {
        try {
            Attachment.ofProcesses(host).attach(List.of(to), pid, pid);
        } catch (ProcessNotFoundException e) {
            // It died in the meantime, which empties the group as well.
            return;
        }
    }

    private static CgroupIoException unmovable(GroupDir dir) {
        Failure failure = Failure.of("move the members of", dir.path(), Errno.EBUSY);
        return CgroupIoException.of(
                failure.withHint("what is left are processes of a foreign pid namespace, which have no id here;"
                        + " move them from a namespace that sees them"),
                null);
    }
}
