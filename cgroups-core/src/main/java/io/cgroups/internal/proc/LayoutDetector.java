package io.cgroups.internal.proc;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.Hierarchy.Version;
import io.cgroups.HostLayout;
import io.cgroups.InvalidNameException;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the mounted hierarchies from {@code /proc/self/mountinfo}, {@code /proc/self/cgroup} and the unified root's
 * {@code cgroup.controllers}.
 *
 * <p>Never from {@code /proc/cgroups}: current kernels leave out of it what exists only on v2.
 */
public final class LayoutDetector {
    private final KernelFiles files;
    private final List<ProcCgroup> lines;

    private LayoutDetector(KernelFiles files, List<ProcCgroup> lines) {
        this.files = files;
        this.lines = lines;
    }

    /**
     * Detects the layout.
     *
     * @param files the gate
     * @param roots mount points to prefer where a hierarchy is mounted more than once; empty for the usual choice
     * @return the layout
     */
    public static HostLayout detect(KernelFiles files, Set<Path> roots) {
        Path mountinfo = files.proc().resolve("self/mountinfo");
        Path cgroup = files.proc().resolve("self/cgroup");
        List<ProcCgroup> lines = ProcCgroup.parseAll(cgroup, files.read(cgroup));
        return new LayoutDetector(files, lines).layout(MountInfo.parseAll(mountinfo, files.read(mountinfo)), roots);
    }

    private HostLayout layout(List<MountInfo> mounts, Set<Path> roots) {
        Map<Object, List<Hierarchy>> byHierarchy = new LinkedHashMap<>();
        for (MountInfo mount : mounts) {
            hierarchy(mount)
                    .ifPresent(found -> byHierarchy
                            .computeIfAbsent(identity(found), key -> new ArrayList<>())
                            .add(found));
        }
        List<Hierarchy> hierarchies = byHierarchy.values().stream()
                .map(same -> same.stream().min(preference(roots)).orElseThrow())
                .toList();
        List<Hierarchy> complete = hierarchies.stream()
                .map(h -> h.version() == Version.V2 ? h.with(builtIn(hierarchies)) : h)
                .toList();
        return new HostLayout(complete, unreachable(complete));
    }

    /** What every group of the unified hierarchy can do besides, unless a v1 hierarchy is there to do it. */
    private Set<Controller> builtIn(List<Hierarchy> hierarchies) {
        Set<Controller> builtIn = EnumSet.noneOf(Controller.class);
        Stream.of(Controller.values()).filter(Controller::isBuiltIntoV2).forEach(builtIn::add);
        hierarchies.stream().filter(h -> h.version() == Version.V1).forEach(h -> builtIn.removeAll(h.controllers()));
        if (unreachable(hierarchies).contains(Controller.PERF_EVENT)) {
            // The others work without the controller of that name; this one is the controller, bound elsewhere.
            builtIn.remove(Controller.PERF_EVENT);
        }
        return builtIn;
    }

    private static Object identity(Hierarchy hierarchy) {
        return List.of(
                hierarchy.version(),
                hierarchy.version() == Version.V2 ? Set.of() : hierarchy.controllers(),
                hierarchy.version() == Version.V2 ? Set.of() : hierarchy.unknownControllers(),
                hierarchy.name());
    }

    /** Prefers what was asked for, then what can be written, then what shows the caller's own group, then the first. */
    private static Comparator<Hierarchy> preference(Set<Path> roots) {
        return Comparator.<Hierarchy, Boolean>comparing(h -> !roots.contains(h.mountPoint()))
                .thenComparing(Hierarchy::readOnly)
                .thenComparing(h -> h.own().isEmpty())
                .thenComparing(h -> !h.mountPoint().startsWith("/sys/fs/cgroup"));
    }

    private Optional<Hierarchy> hierarchy(MountInfo mount) {
        return switch (mount.type()) {
            case "cgroup", "cpuset" -> v1(mount);
            case "cgroup2" -> Optional.of(v2(mount));
            default -> Optional.empty();
        };
    }

    private Optional<Hierarchy> v1(MountInfo mount) {
        Set<String> options = new LinkedHashSet<>(mount.superOptions());
        if (mount.type().equals("cpuset")) {
            options.addAll(Set.of("cpuset", "noprefix"));
        }
        Optional<String> name = options.stream()
                .filter(option -> option.startsWith("name="))
                .map(option -> option.substring("name=".length()))
                .findFirst();
        Optional<ProcCgroup> line = lines.stream()
                .filter(candidate -> !candidate.isUnified() && candidate.name().equals(name))
                .filter(candidate -> options.containsAll(candidate.controllers()))
                .filter(candidate ->
                        name.isPresent() || !candidate.controllers().isEmpty())
                .findFirst();
        // Only names the kernel itself calls controllers count; everything else among the options is an option.
        Set<String> names = line.map(ProcCgroup::controllers)
                .orElseGet(() -> options.stream()
                        .filter(option -> Controller.of(option, Version.V1).isPresent())
                        .collect(Collectors.toSet()));
        return Optional.of(build(mount, Version.V1, names, name, line, options.contains("noprefix")));
    }

    private Hierarchy v2(MountInfo mount) {
        Set<String> names = new LinkedHashSet<>();
        try {
            String text = files.read(mount.mountPoint().resolve("cgroup.controllers"));
            names.addAll(List.of(text.strip().split(" ")));
            names.remove("");
        } catch (CgroupIoException e) {
            // A mount that cannot be read has no controllers to offer; using it later gives the real exception.
            names.clear();
        }
        Optional<ProcCgroup> line = lines.stream().filter(ProcCgroup::isUnified).findFirst();
        return build(mount, Version.V2, names, Optional.empty(), line, false);
    }

    private static Hierarchy build(
            MountInfo mount,
            Version version,
            Set<String> names,
            Optional<String> name,
            Optional<ProcCgroup> line,
            boolean noPrefix) {
        Set<Controller> known = names.stream()
                .flatMap(each -> Controller.of(each, version).stream())
                .collect(Collectors.toSet());
        Set<String> unknown = names.stream()
                .filter(each -> Controller.of(each, version).isEmpty())
                .collect(Collectors.toSet());
        boolean readOnly =
                mount.options().contains("ro") || mount.superOptions().contains("ro");
        Optional<CgroupPath> own = line.flatMap(found -> own(mount.root(), found.path()));
        return new Hierarchy(version, mount.mountPoint(), known, unknown, name, own, readOnly, noPrefix);
    }

    /** A group as seen from the mount: a bind-mounted sub-tree shows only what lies below its root. */
    public static Optional<CgroupPath> own(String mountRoot, String path) {
        String root = mountRoot.equals("/") ? "" : mountRoot;
        if (!path.equals(root) && !path.startsWith(root + "/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(CgroupPath.ofKernel("/" + path.substring(root.length())));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private Set<Controller> unreachable(List<Hierarchy> hierarchies) {
        Set<Controller> mounted =
                hierarchies.stream().flatMap(h -> h.controllers().stream()).collect(Collectors.toSet());
        return lines.stream()
                .flatMap(line -> line.controllers().stream())
                .flatMap(name -> Controller.of(name, Version.V1).stream())
                .filter(controller -> !mounted.contains(controller))
                .collect(Collectors.toSet());
    }
}
