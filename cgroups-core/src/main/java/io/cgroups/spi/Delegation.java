package io.cgroups.spi;

import io.cgroups.CgroupPath;
import io.cgroups.Hierarchy;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a caller without privileges needs in order to work below a group: to own its directory, and those of its files by
 * which groups below get members and controllers. Its limits stay with whoever gave it away.
 */
public final class Delegation {
    /** Of v1 and of v2, each as far as it is there. */
    private static final List<String> FILES =
            List.of("cgroup.procs", "tasks", "cgroup.threads", "cgroup.subtree_control");

    private static final List<String> INHERITED = List.of("cpuset.cpus", "cpuset.mems");

    private Delegation() {}

    /**
     * Whether a file is one of those that are given away with a group.
     *
     * @param file a control file
     * @return true for those that list members or enable controllers
     */
    public static boolean includes(Path file) {
        return FILES.contains(String.valueOf(file.getFileName()));
    }

    /**
     * What the caller may not write of what it needs.
     *
     * @param group a group that is there
     * @return its directory and files, as far as they belong to somebody else
     */
    public static List<Path> missing(GroupDir group) {
        return needed(group, group)
                .filter(path -> !group.files().isWritable(path))
                .toList();
    }

    private static Stream<Path> needed(GroupDir group, GroupDir model) {
        return Stream.concat(
                Stream.of(group.path()), FILES.stream().filter(model::has).map(group::file));
    }

    /**
     * What keeps the caller from working below a group, and how it is given away: by systemd where the group is one of its
     * units, else by its owner.
     *
     * @param group the group, which need not be there yet
     * @return the obstacle
     */
    public static Obstacle obstacle(GroupDir group) {
        Caller caller = Caller.of(group.files());
        String reason = group.files().exists(group.path())
                ? group + " is not delegated to " + caller.name()
                : group.hierarchy().mountPoint() + " has no group that is delegated to " + caller.name();
        Optional<SystemdUnit> unit = unit(group);
        if (unit.isPresent()) {
            return Obstacle.step(Cause.NOT_DELEGATED, reason, unit.get().howToDelegate());
        }
        ShellCommand command = giving(group, caller);
        return command.isEmpty()
                ? Obstacle.step(
                        Cause.MISCONFIGURED,
                        "names are relative to a group of somebody else, and " + group + " is delegated to "
                                + caller.name(),
                        "use the usual base, or set it to that group")
                : Obstacle.command(Cause.NOT_DELEGATED, reason, caller.rootIs(), command.toString());
    }

    /**
     * Which group to give to the caller, who has none: the one it is in, but not a root or a slice, in which others are as
     * well; then it is a new one below the root.
     *
     * @param files the gate
     * @param hierarchy the hierarchy
     * @return the group, which need not be there yet
     */
    public static GroupDir place(KernelFiles files, Hierarchy hierarchy) {
        CgroupPath own = hierarchy.own().orElse(CgroupPath.ROOT);
        CgroupPath place = SystemdUnit.of(own).map(SystemdUnit::path).orElse(own);
        boolean isShared = place.isRoot() || place.toString().endsWith(".slice");
        return isShared
                ? new GroupDir(files, hierarchy, hierarchy.mountPoint())
                        .child(Caller.of(files).name())
                : new GroupDir(files, hierarchy, place.under(hierarchy.mountPoint()));
    }

    /**
     * What to do about a hierarchy that is mounted read-only.
     *
     * @param files the gate
     * @param hierarchy the hierarchy
     * @return the obstacle
     */
    public static Obstacle readOnly(KernelFiles files, Hierarchy hierarchy) {
        Path mountPoint = hierarchy.mountPoint();
        return Obstacle.command(
                Cause.READ_ONLY,
                mountPoint
                        + " is mounted read-only, as is usual in containers unless they are started with a writable one",
                Caller.of(files).rootIs(),
                "mount -o remount,bind,rw " + ShellCommand.quoted(mountPoint));
    }

    private static Optional<SystemdUnit> unit(GroupDir group) {
        Path within = group.hierarchy().mountPoint().relativize(group.path());
        return SystemdUnit.of(CgroupPath.ofKernel("/" + within));
    }

    /** A process finds the group only from inside. */
    private static ShellCommand giving(GroupDir group, Caller caller) {
        ShellCommand command = new ShellCommand();
        GroupDir root =
                new GroupDir(group.files(), group.hierarchy(), group.hierarchy().mountPoint());
        if (group.files().exists(group.path())) {
            command.give(caller.name(), missing(group));
        } else {
            command.makeDirectory(group.path());
            // A new cpuset of v1 is empty and takes no members.
            INHERITED.stream().filter(root::has).forEach(file -> command.copy(root.file(file), group.file(file)));
            command.give(caller.name(), needed(group, root).toList());
        }
        return isCallerBelow(group)
                ? command
                : command.write(Long.toString(ProcessHandle.current().pid()), group.file(FILES.get(0)));
    }

    private static boolean isCallerBelow(GroupDir group) {
        return group.hierarchy()
                .own()
                .filter(own -> own.under(group.hierarchy().mountPoint()).startsWith(group.path()))
                .isPresent();
    }
}
