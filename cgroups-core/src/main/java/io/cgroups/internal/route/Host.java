package io.cgroups.internal.route;

import io.cgroups.CgroupPath;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.Hierarchy;
import io.cgroups.Hierarchy.Version;
import io.cgroups.HostLayout;
import io.cgroups.internal.proc.LayoutDetector;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.HierarchyDriverProvider;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything about a host that does not change while it is used.
 *
 * @param files the gate
 * @param layout the hierarchies
 * @param providers the drivers on the class path
 * @param base where names are relative to, empty for the usual choice in each hierarchy
 * @param named the named hierarchies that groups belong to as well
 * @param unified whether every group belongs to the unified hierarchy as well
 */
public record Host(
        KernelFiles files,
        HostLayout layout,
        Map<Version, HierarchyDriverProvider> providers,
        Optional<CgroupPath> base,
        Set<String> named,
        boolean unified) {

    /**
     * Looks at a host.
     *
     * @param files the gate
     * @param base where names are relative to, empty for the usual choice
     * @param roots mount points to prefer
     * @param named named hierarchies to include
     * @param unified whether every group takes part in the unified hierarchy
     * @return the host
     * @throws CgroupsUnavailableException if this is not Linux
     */
    public static Host detect(
            KernelFiles files, Optional<CgroupPath> base, Set<Path> roots, Set<String> named, boolean unified) {
        if (!files.exists(files.proc().resolve("self/mountinfo"))) {
            throw new CgroupsUnavailableException(Failure.of(
                    "detect control groups",
                    "there is no " + files.proc() + "/self/mountinfo: this is not Linux, or /proc is not mounted; "
                            + "Cgroups.inMemory() works everywhere"));
        }
        Set<Path> resolved = roots.stream().map(files::resolveLinks).collect(Collectors.toSet());
        HostLayout layout = LayoutDetector.detect(files, resolved);
        for (Path root : resolved) {
            if (layout.hierarchies().stream().noneMatch(h -> h.mountPoint().equals(root))) {
                throw new CgroupsUnavailableException(
                        Failure.of("use a hierarchy root", "no cgroup hierarchy is mounted there")
                                .at(root));
            }
        }
        return new Host(files, layout, findProviders(), base, Set.copyOf(named), unified);
    }

    private static Map<Version, HierarchyDriverProvider> findProviders() {
        Map<Version, HierarchyDriverProvider> providers = new EnumMap<>(Version.class);
        ServiceLoader.load(HierarchyDriverProvider.class, Host.class.getClassLoader())
                .forEach(provider -> providers.put(provider.version(), provider));
        return providers;
    }

    /**
     * Which versions there are drivers for.
     *
     * @return those on the class path
     */
    public static Set<Version> driversOnClassPath() {
        return findProviders().keySet();
    }

    /** The same host seen through another gate. */
    Host through(KernelFiles gate) {
        return new Host(gate, layout, providers, base, named, unified);
    }

    boolean hasDriver(Hierarchy hierarchy) {
        return providers.containsKey(hierarchy.version());
    }

    HierarchyDriver driver(Hierarchy hierarchy) {
        HierarchyDriverProvider provider = providers.get(hierarchy.version());
        if (provider == null) {
            throw new CgroupsUnavailableException(Failure.of("find the driver of a hierarchy", addDriver(hierarchy))
                    .at(hierarchy.mountPoint()));
        }
        return provider.driver(hierarchy);
    }

    static String addDriver(Hierarchy hierarchy) {
        return "add io.cgroups:" + (hierarchy.version() == Version.V1 ? "cgroups-v1" : "cgroups-v2")
                + " to the class path";
    }

    GroupDir root(Hierarchy hierarchy) {
        return new GroupDir(files, hierarchy, hierarchy.mountPoint());
    }

    GroupDir dir(Hierarchy hierarchy, CgroupPath path) {
        return new GroupDir(files, hierarchy, path.under(base(hierarchy).path()));
    }

    /** Where names are relative to. */
    GroupDir base(Hierarchy hierarchy) {
        return Base.of(this, hierarchy);
    }
}
