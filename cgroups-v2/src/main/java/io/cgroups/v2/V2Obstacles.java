package io.cgroups.v2;

import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.Hierarchy.Version;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.spi.Caller;
import io.cgroups.spi.Delegation;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.ShellCommand;
import io.cgroups.spi.SystemdUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps the caller from giving groups below a group a controller: from the outside in, the kernel, the groups above, the
 * group itself and those who are in it.
 */
final class V2Obstacles {
    /** What systemd enables for units that are delegated. */
    private static final Set<String> BY_SYSTEMD = Set.of("cpu", "cpuset", "io", "memory", "pids");

    private final GroupDir group;
    private final String name;
    private final boolean isBuiltIn;

    V2Obstacles(GroupDir group, Controller controller) {
        this.group = group;
        this.name = controller.kernelName(Version.V2);
        this.isBuiltIn = controller.isBuiltIntoV2();
    }

    Optional<Obstacle> below() {
        if (!Delegation.missing(group).isEmpty()) {
            return Optional.of(Delegation.obstacle(group));
        }
        if (isBuiltIn || isEnabledIn(group)) {
            return Optional.empty();
        }
        return notHere().or(() -> V2Processes.inTheWay(group, V2Processes.EVACUATE));
    }

    private boolean isEnabledIn(GroupDir dir) {
        return V2Enabling.words(dir, V2Enabling.SUBTREE_CONTROL).contains(name);
    }

    /** The group cannot pass on what it does not have. */
    private Optional<Obstacle> notHere() {
        if (V2Enabling.words(group, V2Enabling.CONTROLLERS).contains(name)) {
            return Optional.empty();
        }
        List<GroupDir> lacking = lackingAbove(group);
        return lacking.stream().allMatch(this::callerEnables) ? Optional.empty() : Optional.of(notEnabled(lacking));
    }

    /** Whether the library enables it on the way, when a group is made with it. */
    private boolean callerEnables(GroupDir above) {
        return unit(group).isEmpty()
                && Delegation.missing(above).isEmpty()
                && V2Processes.inTheWay(above, V2Processes.EVACUATE).isEmpty();
    }

    /** The groups above a group that do not enable the controller, the uppermost first. */
    List<GroupDir> lackingAbove(GroupDir dir) {
        return V2Enabling.above(dir).stream()
                .filter(above -> !isEnabledIn(above))
                .toList();
    }

    /**
     * The obstacle when groups do not enable the controller for their children.
     *
     * @param lacking those groups, the uppermost first; at least one
     */
    Obstacle notEnabled(List<GroupDir> lacking) {
        GroupDir first = lacking.get(0);
        String reason = first + " does not enable " + name + " for its children (" + V2Enabling.SUBTREE_CONTROL + ")";
        Optional<SystemdUnit> unit = unit(group).filter(found -> BY_SYSTEMD.contains(name));
        if (unit.isPresent()) {
            return Obstacle.step(Cause.NOT_ENABLED, reason, bySystemd(unit.get()));
        }
        Optional<Obstacle> inTheWay = lacking.stream()
                .flatMap(dir -> V2Processes.inTheWay(dir, "its owner moves them into a group below it").stream())
                .findFirst();
        return inTheWay.orElseGet(() -> Obstacle.command(
                Cause.NOT_ENABLED, reason, Caller.of(group.files()).rootIs(), enabling(lacking)));
    }

    private String enabling(List<GroupDir> lacking) {
        ShellCommand command = new ShellCommand();
        lacking.forEach(dir -> command.write("+" + name, dir.file(V2Enabling.SUBTREE_CONTROL)));
        return command.toString();
    }

    private static Optional<SystemdUnit> unit(GroupDir dir) {
        return SystemdUnit.of(
                CgroupPath.ofKernel("/" + dir.hierarchy().mountPoint().relativize(dir.path())));
    }

    /** Units of a user's own systemd get what that one has, which is decided by the unit that runs it. */
    private static String bySystemd(SystemdUnit unit) {
        return unit.ofUser()
                ? "as root: let systemd give it to users: Delegate=cpu cpuset io memory pids in the section [Service] of"
                        + " user@.service (systemctl edit user@.service), then log in anew"
                : unit.howToDelegate();
    }
}
