package io.cgroups.internal.route;

import io.cgroups.CgroupTimeoutException;
import io.cgroups.Failure;
import io.cgroups.spi.BackOff;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.Members;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Kills the members of a group and of those below, until none is left. */
final class Killing {
    /** Whom one stroke killed, and whoever they were forking, is dying; who joined since then is killed by the next one. */
    private static final Duration BETWEEN_STROKES = Duration.ofSeconds(1);

    private final Host host;
    private final List<GroupDir> dirs;

    Killing(Host host, List<GroupDir> dirs) {
        this.host = host;
        this.dirs = dirs;
    }

    void kill(Deadline deadline) {
        BackOff pauses = new BackOff();
        try (Populations populations = Populations.of(host, dirs)) {
            boolean isFirst = true;
            boolean empty = populations.awaitEmptyInAnyCase(deadline.within(Duration.ZERO));
            while (!empty) {
                boolean inOneStroke = killOnce(isFirst, deadline);
                isFirst = false;
                Duration pause = inOneStroke ? BETWEEN_STROKES : pauses.next(BETWEEN_STROKES);
                empty = populations.awaitEmptyInAnyCase(deadline.within(pause));
                if (!empty && deadline.hasPassed()) {
                    throw timeout(deadline);
                }
            }
        }
        // A group without members may be frozen as well.
        dirs.forEach(this::release);
    }

    private void refuseSelf() {
        long self = ProcessHandle.current().pid();
        if (members().ids().contains(self)) {
            throw new IllegalStateException("this JVM (process " + self + ") is a member and would kill itself");
        }
    }

    private Members members() {
        return Occupants.members(host, dirs);
    }

    private HierarchyDriver driver(GroupDir dir) {
        return host.driver(dir.hierarchy());
    }

    /**
     * One round of many: a member may fork while its siblings are being killed. A stroke misses threads whose process has its
     * first one elsewhere, so who is left after it is killed by name.
     */
    private boolean killOnce(boolean isFirst, Deadline deadline) {
        // Each time: this JVM may have joined meanwhile.
        refuseSelf();
        List<GroupDir> missed =
                dirs.stream().filter(dir -> !driver(dir).killAll(dir)).toList();
        List<GroupDir> rest = isFirst ? missed : dirs;
        if (!rest.isEmpty()) {
            killOneByOne(rest, deadline);
        }
        dirs.forEach(this::release);
        return missed.isEmpty();
    }

    private void killOneByOne(List<GroupDir> rest, Deadline deadline) {
        if (Occupants.members(host, rest).ids().isEmpty()) {
            return;
        }
        try {
            rest.forEach(dir -> driver(dir).hold(dir, deadline));
            Occupants.members(host, rest).ids().forEach(host.files()::kill);
        } finally {
            rest.forEach(this::release);
        }
    }

    private Optional<GroupDir> release(GroupDir dir) {
        return driver(dir).release(dir);
    }

    private CgroupTimeoutException timeout(Deadline deadline) {
        Occupants left = Occupants.of(host, dirs);
        return new CgroupTimeoutException(
                Failure.of("kill", "still there: " + left + "; " + whyAlive(left.members()))
                        .at(dirs.get(0).path()),
                deadline.limit());
    }

    private String whyAlive(Members left) {
        if (left.ids().isEmpty() && left.hasForeign()) {
            return "kill them from a namespace that sees them";
        }
        return dirs.stream()
                .flatMap(dir -> release(dir).stream())
                .findFirst()
                .map(above -> "the group above, " + above + ", is frozen: thaw it, and they die at once")
                .orElse("an uninterruptible process dies when its system call returns");
    }
}
