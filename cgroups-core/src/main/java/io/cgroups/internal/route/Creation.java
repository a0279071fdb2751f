package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.CgroupPath;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Failure;
import io.cgroups.Hierarchy;
import io.cgroups.Hierarchy.Version;
import io.cgroups.HostLayout;
import io.cgroups.spi.GroupDir;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the directories of a group: all of them, or none. */
final class Creation {
    private final Host host;
    private final Set<Controller> controllers;
    private final boolean threaded;
    private final Ownership ownership;
    private final Enabling enabling;
    private final Deque<GroupDir> made = new ArrayDeque<>();

    /**
     * Makes groups.
     *
     * @param controllers what they need, enabled where that is a matter of each group
     * @param threaded whether they are for single threads
     */
    Creation(Host host, Set<Controller> controllers, boolean threaded) {
        this(host, controllers, threaded, new NotOwned(host));
    }

    /**
     * Makes groups that somebody owns.
     *
     * @param ownership is told of each directory that is made or adopted
     */
    Creation(Host host, Set<Controller> controllers, boolean threaded, Ownership ownership) {
        this.host = host;
        this.controllers = controllers;
        this.threaded = threaded;
        this.ownership = ownership;
        this.enabling = new Enabling(host);
    }

    /** Which hierarchies a group of these controllers belongs to. */
    static List<Hierarchy> hierarchies(Host host, Set<Controller> controllers) {
        HostLayout layout = host.layout();
        Set<Hierarchy> chosen = new LinkedHashSet<>();
        for (Controller controller : controllers) {
            chosen.add(layout.hierarchy(controller).orElseThrow(() -> missing(layout, controller)));
        }
        if (controllers.isEmpty()) {
            chosen.addAll(usual(host));
        }
        if (host.unified()) {
            chosen.add(unified(layout));
        }
        layout.hierarchies().stream()
                .filter(h -> h.name().filter(host.named()::contains).isPresent())
                .forEach(chosen::add);
        if (chosen.isEmpty()) {
            throw new CgroupsUnavailableException(Failure.of(
                    "find a cgroup hierarchy",
                    "none is mounted; mount one, for example: mount -t cgroup2 none /sys/fs/cgroup"));
        }
        return List.copyOf(chosen);
    }

    /** Every hierarchy with controllers; a program that brings the driver of one version only gets those of that version. */
    private static List<Hierarchy> usual(Host host) {
        List<Hierarchy> all = carrying(host);
        List<Hierarchy> driven = all.stream().filter(host::hasDriver).toList();
        return driven.isEmpty() ? all : driven;
    }

    /** Every hierarchy with controllers, and the unified one where there is no other. */
    static List<Hierarchy> carrying(Host host) {
        boolean onlyUnified = host.layout().kind() == HostLayout.Kind.UNIFIED;
        return host.layout().hierarchies().stream()
                .filter(h -> onlyUnified || h.listsControllers())
                .toList();
    }

    private static Hierarchy unified(HostLayout layout) {
        return layout.hierarchies().stream()
                .filter(h -> h.version() == Version.V2)
                .findFirst()
                .orElseThrow(() -> new CgroupsUnavailableException(Failure.of(
                        "find the unified hierarchy",
                        "it is not mounted; mount it, for example: mount -t cgroup2 none /sys/fs/cgroup/unified")));
    }

    private static ControllerUnavailableException missing(HostLayout layout, Controller controller) {
        return new ControllerUnavailableException(
                controller,
                layout.controllers(),
                Failure.of(
                        "find the " + controller + " controller",
                        layout.whyMissing(controller) + "; present are " + layout.controllers()));
    }

    List<GroupDir> create(List<GroupDir> dirs) {
        try {
            // Every driver is looked up before the first directory is made.
            dirs.forEach(dir -> host.driver(dir.hierarchy()));
            dirs.forEach(this::createOrAdopt);
            dirs.forEach(dir -> enabling.enable(dir, controllers));
            return new ArrayList<>(dirs);
        } catch (RuntimeException e) {
            enabling.takeBack(e);
            undo(e);
            ownership.undo(e);
            throw e;
        }
    }

    static List<GroupDir> dirs(Host host, CgroupPath path, List<Hierarchy> hierarchies) {
        return hierarchies.stream().map(h -> host.dir(h, path)).toList();
    }

    /**
     * The directories of a group that is to be made. A caller who named no controllers gets those hierarchies in which the
     * caller may make it, as long as there is one; what was asked for by name is not left out, and neither is what is
     * read-only.
     */
    static List<GroupDir> dirsToMake(Host host, CgroupPath path, Set<Controller> controllers) {
        List<GroupDir> all = dirs(host, path, hierarchies(host, controllers));
        List<GroupDir> admitting = all.stream()
                .filter(dir -> isNobodys(host, dir.hierarchy()) || Base.admits(host, dir))
                .toList();
        if (!controllers.isEmpty() || admitting.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(dir -> admitting.contains(dir) || isAskedFor(host, dir.hierarchy()))
                .toList();
    }

    /** Without a driver, or read-only, it is nobody's: to give it to a user does not help. */
    private static boolean isNobodys(Host host, Hierarchy hierarchy) {
        return !host.hasDriver(hierarchy) || hierarchy.readOnly();
    }

    private static boolean isAskedFor(Host host, Hierarchy hierarchy) {
        return hierarchy.version() == Version.V2
                ? host.unified()
                : hierarchy.name().filter(host.named()::contains).isPresent();
    }

    private void createOrAdopt(GroupDir dir) {
        if (host.files().exists(dir.path())) {
            ownership.adopt(dir);
            host.driver(dir.hierarchy()).adopt(dir);
            makeThreaded(dir);
        } else if (!create(dir, true)) {
            ownership.adopt(dir);
        }
    }

    private boolean create(GroupDir dir, boolean isWanted) {
        if (host.files().exists(dir.path())) {
            return false;
        }
        dir.parent().ifPresent(above -> create(above, false));
        boolean isNew = ownership.make(dir, isWanted);
        if (isNew) {
            made.push(dir);
            host.driver(dir.hierarchy()).prepare(dir);
            makeThreaded(dir);
        } else {
            // Somebody else was faster, and may not be done with it.
            host.driver(dir.hierarchy()).adopt(dir);
            makeThreaded(dir);
        }
        return isNew;
    }

    private void makeThreaded(GroupDir dir) {
        if (threaded) {
            host.driver(dir.hierarchy()).makeThreaded(dir);
        }
    }

    /** The groups that were not there before, the lower before the upper. */
    List<GroupDir> made() {
        return List.copyOf(made);
    }

    void undo(RuntimeException refusal) {
        for (GroupDir dir : made) {
            try {
                host.files().removeDirectory(dir.path());
            } catch (CgroupException e) {
                refusal.addSuppressed(e);
            }
        }
    }
}
