package io.cgroups.internal.route;

import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Kills the members of a group, and removes it. */
final class Ending {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration DELETE_LIMIT = Duration.ofSeconds(2);

    private final Host host;

    Ending(Host host) {
        this.host = host;
    }

    /** The members of directories and all below, in whichever hierarchy; a directory that is gone has none. */
    Set<Long> members(List<GroupDir> dirs) {
        Set<Long> pids = new TreeSet<>();
        dirs.forEach(dir -> pids.addAll(members(dir)));
        return pids;
    }

    private Set<Long> members(GroupDir dir) {
        try {
            Set<Long> pids = members(dir.children());
            pids.addAll(ids(dir, host.driver(dir.hierarchy()).processesFile()));
            return pids;
        } catch (CgroupNotFoundException e) {
            return Set.of();
        }
    }

    static List<Long> ids(GroupDir dir, String file) {
        return dir.read(file).lines().map(Long::valueOf).toList();
    }

    void kill(List<GroupDir> dirs) {
        long self = ProcessHandle.current().pid();
        if (members(dirs).contains(self)) {
            throw new IllegalStateException("this JVM (process " + self + ") is a member and would kill itself");
        }
        boolean empty = host.files()
                .clock()
                .await(
                        () -> {
                            // Again in every round: a member may fork while its siblings are being killed.
                            Set<Long> members = members(dirs);
                            boolean atOnce = dirs.stream()
                                    .anyMatch(
                                            dir -> host.driver(dir.hierarchy()).killAll(dir));
                            if (!atOnce) {
                                members.forEach(host.files()::kill);
                            }
                            return members.isEmpty();
                        },
                        KILL_LIMIT);
        if (!empty) {
            throw new CgroupTimeoutException(
                    Failure.of(
                                    "kill",
                                    "still there: " + members(dirs)
                                            + "; a frozen or uninterruptible process dies later")
                            .at(dirs.get(0).path()),
                    KILL_LIMIT);
        }
    }

    void delete(List<GroupDir> dirs) {
        boolean empty = host.files().clock().await(() -> members(dirs).isEmpty(), DELETE_LIMIT);
        if (!empty) {
            throw (CgroupBusyException) CgroupIoException.of(
                    new Failure(
                            "remove",
                            Optional.of(dirs.get(0).path()),
                            Optional.empty(),
                            Optional.of(Errno.EBUSY),
                            "it has members " + members(dirs) + "; kill() or moveMembersToParent() first"),
                    null);
        }
        dirs.forEach(this::remove);
    }

    private void remove(GroupDir dir) {
        try {
            dir.children().forEach(this::remove);
            removeWithPatience(dir);
        } catch (CgroupNotFoundException e) {
            // Somebody else was faster; the outcome is the one that was asked for.
            return;
        }
    }

    /** The kernel says busy for some time after the last member has died. */
    private void removeWithPatience(GroupDir dir) {
        CgroupBusyException[] last = new CgroupBusyException[1];
        boolean removed = host.files()
                .clock()
                .await(
                        () -> {
                            try {
                                host.files().removeDirectory(dir.path());
                                return true;
                            } catch (CgroupBusyException e) {
                                last[0] = e;
                                return false;
                            }
                        },
                        DELETE_LIMIT);
        if (!removed) {
            throw last[0];
        }
    }
}
