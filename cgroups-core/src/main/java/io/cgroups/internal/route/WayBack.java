package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes sure, before anything is changed, that this JVM can leave a group for those it came from. */
final class WayBack {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Host host;
    private final List<GroupDir> dirs;
    private final List<GroupDir> homes;
    private final long self = ProcessHandle.current().pid();

    /**
     * From one group to another.
     *
     * @param dirs where it is
     * @param homes where it came from, in the order of the same hierarchies
     */
    WayBack(Host host, List<GroupDir> dirs, List<GroupDir> homes) {
        this.host = host;
        this.dirs = dirs;
        this.homes = homes;
    }

    void check(boolean endsLimits, List<EnabledSince> enabledSince, Collection<GroupDir> leaving) {
        dirs.forEach(this::requireMember);
        homes.forEach(this::requireThere);
        if (endsLimits) {
            requireNoOthers();
        }
        for (int i = 0; i < homes.size(); i++) {
            GroupDir home = homes.get(i);
            enabledSince.get(i).obstacle(leaving).ifPresent(obstacle -> {
                throw refusal(home, Errno.EBUSY, obstacle);
            });
        }
    }

    /** On v2 and on v1 a process counts as a member as long as one of its threads does, or is in a threaded group below. */
    private void requireMember(GroupDir dir) {
        if (!host.files().exists(dir.path())
                || !host.driver(dir.hierarchy()).processes(dir).ids().contains(self)) {
            String now = FormerGroups.of(host, "self")
                    .in(dir.hierarchy())
                    .map(GroupDir::toString)
                    .orElse("a group that is not mounted here");
            throw new IllegalStateException("this JVM is not in " + dir + " but in " + now
                    + ": close what was moved later first; if somebody else has moved it, there is no way back");
        }
    }

    private void requireThere(GroupDir home) {
        if (!host.files().exists(home.path())) {
            throw refusal(
                    home,
                    Errno.ENOENT,
                    "the group it came from is gone: make it again and retry, or move this JVM elsewhere with attachSelf()");
        }
    }

    /** Waits for those that are just ending. */
    private void requireNoOthers() {
        if (!host.files().clock().await(() -> others().isEmpty(), PATIENCE)) {
            throw refusal(
                    dirs.get(0),
                    Errno.EBUSY,
                    "other processes are in the group it is in and would lose their limits: " + others()
                            + "; end them or move them first");
        }
    }

    private Set<Long> others() {
        Set<Long> others = new TreeSet<>(Occupants.members(host, dirs).ids());
        others.remove(self);
        return others;
    }

    private static CgroupIoException refusal(GroupDir dir, Errno errno, String hint) {
        return CgroupIoException.of(
                Failure.of("take this JVM back to", dir.path(), errno).withHint(hint), null);
    }
}
