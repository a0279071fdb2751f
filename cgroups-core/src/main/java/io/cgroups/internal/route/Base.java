package io.cgroups.internal.route;

import io.cgroups.CgroupPath;
import io.cgroups.Hierarchy;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.spi.Delegation;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SystemdUnit;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where names are relative to in a hierarchy: its root where the caller may make groups there, else the top of the sub-tree
 * that has been delegated to the caller. The top, so that a name means the same group wherever in the sub-tree a process is;
 * but nothing above the unit of systemd that the process belongs to, because that is systemd's own.
 */
final class Base {
    private Base() {}

    /** The base; the root where there is none, which gives the exception that says why. */
    static GroupDir of(Host host, Hierarchy hierarchy) {
        GroupDir root = host.root(hierarchy);
        if (host.base().isPresent()) {
            return new GroupDir(host.files(), hierarchy, host.base().get().under(root.path()));
        }
        return host.files().isWritable(root.path())
                ? root
                : delegated(host.files(), hierarchy).orElse(root);
    }

    private static Optional<GroupDir> delegated(KernelFiles files, Hierarchy hierarchy) {
        CgroupPath own = hierarchy.own().orElse(CgroupPath.ROOT);
        CgroupPath top = SystemdUnit.of(own).map(unit -> unit.path().parent()).orElse(CgroupPath.ROOT);
        Optional<GroupDir> highest = Optional.empty();
        for (CgroupPath path = own; !path.equals(top) && !path.isRoot(); path = path.parent()) {
            GroupDir dir = new GroupDir(files, hierarchy, path.under(hierarchy.mountPoint()));
            if (files.isWritable(dir.path())) {
                highest = Optional.of(dir);
            }
        }
        return highest;
    }

    /** Whether the caller can make a group, or take part in one that is there. */
    static boolean admits(Host host, GroupDir dir) {
        KernelFiles files = host.files();
        return files.exists(dir.path())
                ? files.isWritable(dir.file(host.driver(dir.hierarchy()).processesFile()))
                : files.isWritable(nearest(dir).path());
    }

    /** The group itself, or the one above it that is there. */
    private static GroupDir nearest(GroupDir dir) {
        GroupDir nearest = dir;
        while (!nearest.files().exists(nearest.path()) && nearest.parent().isPresent()) {
            nearest = nearest.parent().orElseThrow();
        }
        return nearest;
    }

    /** What keeps the caller from making groups below the base. */
    static Optional<Obstacle> obstacle(Host host, Hierarchy hierarchy) {
        if (!host.hasDriver(hierarchy)) {
            return Optional.of(Obstacle.step(
                    Cause.NO_DRIVER,
                    "no driver for " + hierarchy.mountPoint() + " is on the class path",
                    Host.addDriver(hierarchy)));
        }
        if (hierarchy.readOnly()) {
            return Optional.of(Delegation.readOnly(host.files(), hierarchy));
        }
        GroupDir base = of(host, hierarchy);
        if (host.files().isWritable(nearest(base).path())) {
            return Optional.empty();
        }
        if (host.base().isPresent()) {
            return Optional.of(Delegation.obstacle(base));
        }
        return Optional.of(
                hierarchy.own().isPresent()
                        ? Delegation.obstacle(Delegation.place(host.files(), hierarchy))
                        : outOfSight(hierarchy.mountPoint()));
    }

    private static Obstacle outOfSight(Path mountPoint) {
        return Obstacle.step(
                Cause.OUT_OF_SIGHT,
                mountPoint + " does not show the group that this process is in, as after entering a cgroup namespace",
                "mount the hierarchy anew in this namespace");
    }
}
