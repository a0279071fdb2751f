package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
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
        FormerGroups before = dirs.size() > 1 ? formerGroups(proc) : FormerGroups.none(host);
        Deque<GroupDir> joined = new ArrayDeque<>();
        for (GroupDir dir : inJoinOrder(dirs)) {
            try {
                join(dir, id);
                joined.push(dir);
            } catch (CgroupIoException e) {
                joined.forEach(done -> leave(done, id, before, e));
                throw NotMoved.explain(host, dir, dir.file(file.apply(dir)), proc, e);
            }
        }
    }

    /**
     * Moves one member as far as the kernel lets it: a hierarchy that refuses does not keep it in the others.
     *
     * @throws CgroupIoException the first refusal; further ones are suppressed exceptions of it
     */
    void attachEach(List<GroupDir> dirs, String id) {
        List<CgroupIoException> refusals = new ArrayList<>();
        for (GroupDir dir : inJoinOrder(dirs)) {
            try {
                join(dir, id);
            } catch (CgroupIoException e) {
                refusals.add(e);
            }
        }
        if (!refusals.isEmpty()) {
            CgroupIoException first = refusals.get(0);
            refusals.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** blkio before memory, so that write-back is charged to the right group from the first page on. */
    static List<GroupDir> inJoinOrder(List<GroupDir> dirs) {
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

    private void leave(GroupDir dir, String id, FormerGroups before, CgroupIoException refusal) {
        try {
            before.in(dir.hierarchy()).ifPresent(old -> old.write(file.apply(old), id));
        } catch (ProcessNotFoundException e) {
            // It has ended, and is nowhere.
            return;
        } catch (CgroupIoException e) {
            refusal.addSuppressed(e);
        }
    }

    private FormerGroups formerGroups(String proc) {
        try {
            return FormerGroups.of(host, proc);
        } catch (CgroupIoException e) {
            // No such process: the first join says so in the kernel's own words, and then there is nothing to undo.
            return FormerGroups.none(host);
        }
    }
}
