package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Hierarchy;
import io.cgroups.internal.proc.LayoutDetector;
import io.cgroups.internal.proc.MountInfo;
import io.cgroups.internal.proc.ProcCgroup;
import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moves a process or thread into all hierarchies of a group, or into none. */
final class Attachment {
    private static final int TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(30);

    private final Host host;
    private final Function<GroupDir, String> file;

    private Attachment(Host host, Function<GroupDir, String> file) {
        this.host = host;
        this.file = file;
    }

    static Attachment ofProcesses(Host host) {
        return new Attachment(host, dir -> host.driver(dir.hierarchy()).processesFile());
    }

    static Attachment ofThreads(Host host) {
        return new Attachment(host, dir -> host.driver(dir.hierarchy()).threadsFile());
    }

    /**
     * Moves one member.
     *
     * @param id as it is written, 0 for the caller itself
     * @param proc its name below /proc
     */
    void attach(List<GroupDir> dirs, String id, String proc) {
        List<ProcCgroup> before = dirs.size() > 1 ? groupsOf(proc) : List.of();
        Deque<GroupDir> joined = new ArrayDeque<>();
        for (GroupDir dir : inJoinOrder(dirs)) {
            try {
                join(dir, id);
                joined.push(dir);
            } catch (CgroupIoException e) {
                joined.forEach(done -> leave(done, id, before, e));
                throw e;
            }
        }
    }

    /** blkio before memory, so that write-back is charged to the right group from the first page on. */
    private static List<GroupDir> inJoinOrder(List<GroupDir> dirs) {
        return dirs.stream()
                .sorted(Comparator.comparing((GroupDir dir) -> !dir.hierarchy().has(Controller.BLKIO)))
                .toList();
    }

    /** A process that is just being forked gives EINVAL for a moment. */
    private void join(GroupDir dir, String id) {
        for (int attempt = 1; ; attempt++) {
            try {
                dir.write(file.apply(dir), id);
                return;
            } catch (CgroupIoException e) {
                if (attempt == TRIES || e.errno().filter(Errno.EINVAL::equals).isEmpty()) {
                    throw e;
                }
                host.files().clock().sleep(BETWEEN_TRIES);
            }
        }
    }

    private void leave(GroupDir dir, String id, List<ProcCgroup> before, CgroupIoException refusal) {
        try {
            former(dir.hierarchy(), before).ifPresent(old -> old.write(file.apply(old), id));
        } catch (CgroupIoException e) {
            refusal.addSuppressed(e);
        }
    }

    private List<ProcCgroup> groupsOf(String proc) {
        Path path = host.files().proc().resolve(proc).resolve("cgroup");
        try {
            return ProcCgroup.parseAll(path, host.files().read(path));
        } catch (CgroupIoException e) {
            // No such process: the first join says so in the kernel's own words, and then there is nothing to undo.
            return List.of();
        }
    }

    private Optional<GroupDir> former(Hierarchy hierarchy, List<ProcCgroup> before) {
        Path mountinfo = host.files().proc().resolve("self/mountinfo");
        String root = MountInfo.parseAll(mountinfo, host.files().read(mountinfo)).stream()
                .filter(mount -> mount.mountPoint().equals(hierarchy.mountPoint()))
                .map(MountInfo::root)
                .findFirst()
                .orElse("/");
        return before.stream()
                .filter(line -> belongs(line, hierarchy))
                .flatMap(line -> LayoutDetector.own(root, line.path()).stream())
                .map(path -> new GroupDir(host.files(), hierarchy, path.under(hierarchy.mountPoint())))
                .findFirst();
    }

    private static boolean belongs(ProcCgroup line, Hierarchy hierarchy) {
        if (hierarchy.version() == Hierarchy.Version.V2) {
            return line.isUnified();
        }
        return !line.isUnified()
                && line.name().equals(hierarchy.name())
                && hierarchy.controllers().stream()
                        .allMatch(c -> line.controllers().contains(c.kernelName(Hierarchy.Version.V1)));
    }
}
