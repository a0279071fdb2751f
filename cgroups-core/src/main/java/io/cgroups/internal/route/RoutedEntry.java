package io.cgroups.internal.route;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.GroupEntry;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The way into all hierarchies of a group, for what is started in it. */
record RoutedEntry(Host host, List<GroupDir> dirs, BooleanSupplier frozen) implements GroupEntry {

    /** The freezer comes last: a process that joins a frozen group by itself does not come to join another one. */
    @Override
    public List<Path> files() {
        return Attachment.inJoinOrder(dirs).stream()
                .sorted(Comparator.comparing((GroupDir dir) -> dir.hierarchy().has(Controller.FREEZER)))
                .map(dir -> dir.file(host.driver(dir.hierarchy()).processesFile()))
                .toList();
    }

    @Override
    public void join(long pid) {
        String id = Long.toString(pid);
        Attachment.ofProcesses(host).attach(dirs, id, id);
    }

    @Override
    public boolean holds(long pid) {
        try {
            return dirs.stream()
                    .allMatch(dir ->
                            host.driver(dir.hierarchy()).processes(dir).ids().contains(pid));
        } catch (CgroupNotFoundException e) {
            // A group that is gone has no members.
            return false;
        }
    }

    @Override
    public boolean isFrozen() {
        return frozen.getAsBoolean();
    }
}
