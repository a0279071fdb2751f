package io.cgroups.internal.route;

import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Kills the members of a group, and removes it. */
final class Ending {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration DELETE_LIMIT = Duration.ofSeconds(2);

    private final Host host;

    Ending(Host host) {
        this.host = host;
    }

    /** The members of directories and all below, in whichever hierarchy; a directory that is gone has none. */
    Members members(List<GroupDir> dirs) {
        return dirs.stream()
                .map(dir -> Members.below(dir, host.driver(dir.hierarchy())::processes))
                .reduce(Members.none(), Members::and);
    }

    void kill(List<GroupDir> dirs) {
        long self = ProcessHandle.current().pid();
        if (members(dirs).ids().contains(self)) {
            throw new IllegalStateException("this JVM (process " + self + ") is a member and would kill itself");
        }
        if (!host.files().clock().await(() -> killOnce(dirs), KILL_LIMIT)) {
            Members left = members(dirs);
            throw new CgroupTimeoutException(
                    Failure.of("kill", "still there: " + left + "; " + whyAlive(dirs, left))
                            .at(dirs.get(0).path()),
                    KILL_LIMIT);
        }
    }

    /** One round of many: a member may fork while its siblings are being killed. */
    private boolean killOnce(List<GroupDir> dirs) {
        Members members = members(dirs);
        if (members.isEmpty()) {
            return true;
        }
        List<GroupDir> rest = dirs.stream()
                .filter(dir -> !host.driver(dir.hierarchy()).killAll(dir))
                .toList();
        if (!rest.isEmpty() && !members.ids().isEmpty()) {
            killOneByOne(rest);
        }
        dirs.forEach(this::release);
        return false;
    }

    private void killOneByOne(List<GroupDir> dirs) {
        try {
            dirs.forEach(dir -> host.driver(dir.hierarchy()).hold(dir));
            members(dirs).ids().forEach(host.files()::kill);
        } finally {
            dirs.forEach(this::release);
        }
    }

    private Optional<GroupDir> release(GroupDir dir) {
        return host.driver(dir.hierarchy()).release(dir);
    }

    private String whyAlive(List<GroupDir> dirs, Members left) {
        if (left.ids().isEmpty()) {
            return "kill them from a namespace that sees them";
        }
        return dirs.stream()
                .flatMap(dir -> release(dir).stream())
                .findFirst()
                .map(above -> "the group above, " + above + ", is frozen: thaw it, and they die at once")
                .orElse("an uninterruptible process dies when its system call returns");
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
            throw explained(dir, last[0]);
        }
    }

    private CgroupIoException explained(GroupDir dir, CgroupBusyException refusal) {
        boolean looksEmpty = members(List.of(dir)).isEmpty() && dir.children().isEmpty();
        return looksEmpty
                ? refusal.withHint(
                        "it looks empty, but has members that are not listed here: processes of a foreign pid"
                                + " namespace; end or move them from a namespace that sees them")
                : refusal;
    }
}
