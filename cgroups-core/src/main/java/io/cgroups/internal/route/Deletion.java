package io.cgroups.internal.route;

import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.BackOff;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Removes a group and those below from every hierarchy, each after those below it. The kernel itself refuses to remove what
 * has members or children, so nothing is asked before it is tried; who is found in the way is waited for, not touched.
 */
final class Deletion {
    private final Host host;
    private final List<GroupDir> dirs;

    /** What this call has removed, of the directories it was to remove with all below. */
    private final List<GroupDir> removed = new ArrayList<>();

    /** How many groups it has removed, with those below. */
    private int count;

    Deletion(Host host, List<GroupDir> dirs) {
        this.host = host;
        this.dirs = dirs;
    }

    void delete(Deadline deadline) {
        try (Populations populations = Populations.of(host, dirs)) {
            // While somebody is in one hierarchy nothing is removed from the others.
            if (!populations.awaitEmptyInAnyCase(deadline)) {
                throw CgroupIoException.of(
                        Failure.of("remove", dirs.get(0).path(), Errno.EBUSY)
                                .withHint("it has members " + Occupants.of(host, dirs)
                                        + "; kill() or moveMembersToParent() first; nothing was removed"),
                        null);
            }
        }
        for (GroupDir dir : dirs) {
            try {
                remove(dir, deadline);
                removed.add(dir);
            } catch (CgroupIoException e) {
                throw e.withHint(e.hint() + soFar());
            }
        }
    }

    private String soFar() {
        if (count == 0) {
            return "; nothing was removed";
        }
        List<GroupDir> left =
                dirs.stream().filter(dir -> host.files().exists(dir.path())).toList();
        return "; groups removed before: " + count + (removed.isEmpty() ? "" : ", with all of " + removed)
                + "; still there: " + left;
    }

    /** A group on the way to the next that can be removed, and whether those below it are known. */
    private static final class Step {
        private final GroupDir dir;
        private boolean isExpanded;

        Step(GroupDir dir) {
            this.dir = dir;
        }
    }

    /** Goes on until the top is gone: others may make groups below meanwhile. */
    private void remove(GroupDir top, Deadline deadline) {
        BackOff pauses = new BackOff();
        Deque<Step> way = new ArrayDeque<>(List.of(new Step(top)));
        while (!way.isEmpty()) {
            Step step = way.element();
            try {
                if (tryToRemove(step.dir)) {
                    count++;
                }
                way.pop();
                pauses.reset();
            } catch (CgroupBusyException e) {
                boolean mayWait = !deadline.hasPassed();
                List<GroupDir> below = step.isExpanded && !mayWait ? List.of() : children(step.dir);
                step.isExpanded = true;
                if (below.isEmpty() && !mayWait) {
                    throw explained(step.dir, e);
                }
                if (below.isEmpty()) {
                    host.files().clock().sleep(pauses.next(deadline.left()));
                }
                below.forEach(child -> way.push(new Step(child)));
            }
        }
    }

    /** Says whether it was this call: somebody else being faster is no error. */
    private boolean tryToRemove(GroupDir dir) {
        while (true) {
            try {
                host.files().removeDirectory(dir.path());
                return true;
            } catch (CgroupNotFoundException e) {
                return false;
            } catch (CgroupIoException e) {
                if (e.errno().filter(Errno.EINTR::equals).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    private static List<GroupDir> children(GroupDir dir) {
        try {
            return dir.children();
        } catch (CgroupNotFoundException e) {
            return List.of();
        }
    }

    private CgroupIoException explained(GroupDir dir, CgroupBusyException refusal) {
        Occupants occupants = Occupants.of(host, List.of(dir));
        if (!occupants.members().isEmpty()) {
            return refusal.withHint("members have come in, " + occupants + "; kill() or moveMembersToParent() first");
        }
        List<GroupDir> below = children(dir);
        return refusal.withHint(
                below.isEmpty()
                        ? "it looks empty, but has members that are not listed here: processes of a foreign pid namespace; end"
                                + " or move them from a namespace that sees them"
                        : "somebody makes groups below it: " + below);
    }
}
