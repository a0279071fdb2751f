package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Threaded groups, which have single threads of processes that belong to a group above. */
final class V2Threads {
    static final String TYPE = "cgroup.type";

    private static final String EVENTS = "cgroup.events";
    private static final String THREADED = "threaded";
    private static final String PROCESS = "Tgid:";

    private V2Threads() {}

    /** Whether the group is of no use as it is, because one above is threaded. */
    static boolean isInvalid(GroupDir dir) {
        return dir.readIfPresent(TYPE).filter("domain invalid"::equals).isPresent();
    }

    /** Whether it is a domain that shares nothing out among threads; of the others, and of the root, this is untrue. */
    static boolean isDomain(GroupDir dir) {
        return dir.readIfPresent(TYPE).filter("domain"::equals).isPresent();
    }

    static boolean isThreaded(GroupDir dir) {
        return dir.readIfPresent(TYPE).filter(THREADED::equals).isPresent();
    }

    /** The group above all threaded ones, which the memory and the processes belong to. */
    static GroupDir domain(GroupDir dir) {
        return isThreaded(dir) ? dir.parent().map(V2Threads::domain).orElse(dir) : dir;
    }

    static void makeThreaded(GroupDir dir) {
        if (isThreaded(dir)) {
            return;
        }
        try {
            dir.write(TYPE, THREADED);
        } catch (CgroupIoException e) {
            throw e.errno().filter(Errno.EOPNOTSUPP::equals).isPresent() ? e.withHint(why(dir)) : e;
        }
    }

    private static String why(GroupDir dir) {
        String enabled = dir.parent()
                .map(parent -> parent.read(V2Enabling.SUBTREE_CONTROL))
                .orElse("");
        return "only a group without members can become threaded, and the group above must not enable controllers for its"
                + " children that cannot tell threads apart, nor have other groups with processes below it; it enables ["
                + enabled + "], and processes are in " + populatedDomainsBeside(dir);
    }

    private static List<GroupDir> populatedDomainsBeside(GroupDir dir) {
        return dir.parent().map(GroupDir::children).orElse(List.of()).stream()
                .filter(child -> !isThreaded(child))
                .filter(child -> child.readIfPresent(EVENTS)
                        .filter(text -> text.contains("populated 1"))
                        .isPresent())
                .toList();
    }

    /** The processes that the threads of a group belong to. */
    static Members processes(GroupDir dir) {
        Members threads = Members.of(dir, V2Driver.THREADS);
        StringBuilder pids = new StringBuilder();
        threads.ids()
                .forEach(tid ->
                        process(dir, tid).ifPresent(pid -> pids.append(pid).append('\n')));
        Members named = Members.parse(dir.file(V2Driver.THREADS), pids.toString());
        return threads.hasForeign() ? named.and(Members.parse(dir.file(V2Driver.THREADS), "0")) : named;
    }

    private static Optional<String> process(GroupDir dir, long tid) {
        Path status = dir.files().proc().resolve(tid + "/status");
        try {
            return dir.files()
                    .read(status)
                    .lines()
                    .filter(line -> line.startsWith(PROCESS))
                    .map(line -> line.substring(PROCESS.length()).strip())
                    .findFirst();
        } catch (CgroupNotFoundException | ProcessNotFoundException e) {
            // The thread ended in the meantime.
            return Optional.empty();
        }
    }
}
