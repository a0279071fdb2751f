package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.Hierarchy.Version;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.internal.proc.ProcCgroup;
import io.cgroups.spi.Caller;
import io.cgroups.spi.ShellCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/** Why no mounted hierarchy carries something, and how to get one that does. */
final class Missing {
    private static final Path USUAL = Path.of("/sys/fs/cgroup");
    private static final Path OTHER = Path.of("/run/cgroup");

    private Missing() {}

    static Obstacle everything(Host host) {
        return mounting(host, "no hierarchy is mounted", "cgroup2", "", USUAL);
    }

    static Obstacle unified(Host host) {
        boolean isNothing = host.layout().hierarchies().isEmpty();
        return mounting(
                host,
                "the unified hierarchy is not mounted",
                "cgroup2",
                "",
                isNothing ? USUAL : directory(host).resolve("unified"));
    }

    static Obstacle controller(Host host, Controller controller) {
        String name = controller.kernelName(Version.V1);
        Optional<String> bound = bound(host, name);
        if (bound.isPresent()) {
            return mounting(
                    host,
                    "the kernel has " + name + " on a v1 hierarchy that is mounted nowhere visible",
                    "cgroup",
                    " -o " + bound.get(),
                    directory(host).resolve(bound.get()));
        }
        if (isDisabledAtBoot(host, controller)) {
            return Obstacle.step(
                    Cause.NOT_IN_KERNEL,
                    "the kernel was booted without " + name,
                    "take cgroup_disable=" + name + " off the kernel command line and boot again");
        }
        if (host.layout().hierarchies().isEmpty()) {
            return everything(host);
        }
        if (isPartOfUnified(host)) {
            return Obstacle.step(
                    Cause.NOT_ENABLED,
                    "the unified hierarchy does not show " + name + " here, where only a part of it is seen",
                    "let it be passed on from outside: +" + controller.kernelName(Version.V2)
                            + " in cgroup.subtree_control of each group above this part");
        }
        return listed(host, name)
                ? mounting(
                        host,
                        "no mounted hierarchy carries " + name,
                        "cgroup",
                        " -o " + name,
                        directory(host).resolve(name))
                : Obstacle.step(
                        Cause.NOT_IN_KERNEL,
                        "no mounted hierarchy carries " + name,
                        "it takes a kernel that is built with it");
    }

    private static boolean isPartOfUnified(Host host) {
        return host.layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == Version.V2 && host.hasDriver(hierarchy))
                .anyMatch(hierarchy -> !host.driver(hierarchy).isRoot(host.root(hierarchy)));
    }

    /** Whether the kernel can mount it on v1: what this file names it can, though it has more than that on v2. */
    private static boolean listed(Host host, String name) {
        try {
            return host.files()
                    .read(host.files().proc().resolve("cgroups"))
                    .lines()
                    .anyMatch(line -> line.startsWith(name + "\t") && line.endsWith("1"));
        } catch (CgroupException e) {
            return false;
        }
    }

    /** All controllers of the hierarchy of one: it is mounted with all of them, or not at all. */
    private static Optional<String> bound(Host host, String name) {
        Path file = host.files().proc().resolve("self/cgroup");
        try {
            return ProcCgroup.parseAll(file, host.files().read(file)).stream()
                    .filter(line -> line.controllers().contains(name))
                    .map(line -> String.join(",", new TreeSet<>(line.controllers())))
                    .findFirst();
        } catch (CgroupException e) {
            // Then there is nothing to say of it beyond what the layout knows.
            return Optional.empty();
        }
    }

    private static boolean isDisabledAtBoot(Host host, Controller controller) {
        try {
            String line = host.files().read(host.files().proc().resolve("cmdline"));
            return line.contains("cgroup_disable=" + controller.kernelName(Version.V1))
                    || line.contains("cgroup_disable=" + controller.kernelName(Version.V2));
        } catch (CgroupException e) {
            return false;
        }
    }

    /** Beside the hierarchies of v1 that are there, and not in the unified one, where it would be a group. */
    private static Path directory(Host host) {
        return host.layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == Version.V1)
                .map(Hierarchy::mountPoint)
                .flatMap(point -> Optional.ofNullable(point.getParent()).stream())
                .findFirst()
                .orElseGet(() -> isUnifiedAt(host, USUAL) ? OTHER : USUAL);
    }

    private static boolean isUnifiedAt(Host host, Path directory) {
        return host.layout().hierarchies().stream()
                .anyMatch(hierarchy -> hierarchy.mountPoint().equals(directory));
    }

    private static Obstacle mounting(Host host, String reason, String type, String options, Path directory) {
        ShellCommand command = new ShellCommand();
        if (!host.files().exists(directory)) {
            command.makeDirectory(directory);
        }
        command.step("mount -t " + type + options + " none " + ShellCommand.quoted(directory));
        return Obstacle.command(
                Cause.NOT_MOUNTED, reason, Caller.of(host.files()).rootIs(), command.toString());
    }
}
