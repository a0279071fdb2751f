package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.Hierarchy;
import io.cgroups.Hierarchy.Version;
import io.cgroups.Setting;
import io.cgroups.diagnosis.Ability;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.SettingSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether groups can do what only the unified hierarchy offers. */
final class UnifiedAbilities {
    private UnifiedAbilities() {}

    static Optional<Obstacle> obstacle(Host host, Ability ability) {
        Optional<Hierarchy> unified = host.layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == Version.V2)
                .findFirst();
        if (unified.isEmpty()) {
            return Optional.of(Missing.unified(host));
        }
        return Base.obstacle(host, unified.get()).or(() -> inKernel(host, unified.get(), ability));
    }

    private static Optional<Obstacle> inKernel(Host host, Hierarchy hierarchy, Ability ability) {
        HierarchyDriver driver = host.driver(hierarchy);
        try {
            List<GroupDir> examples = examples(host, hierarchy);
            return switch (ability) {
                case KILL_AT_ONCE ->
                    // A root has no such file, so without a group there is nothing to look at.
                    examples.isEmpty() || examples.stream().anyMatch(driver::canKillAll)
                            ? Optional.empty()
                            : Optional.of(lacking("cgroup.kill", "it needs Linux 5.14; members are killed one by one"));
                default -> pressure(host, driver, examples);
            };
        } catch (CgroupException e) {
            return Optional.of(Diagnostician.unreadable(e));
        }
    }

    /** Groups that are not the root: the base, one below it, the caller's own. */
    private static List<GroupDir> examples(Host host, Hierarchy hierarchy) {
        GroupDir base = Base.of(host, hierarchy);
        Stream<GroupDir> own = hierarchy.own().stream()
                .map(path -> new GroupDir(host.files(), hierarchy, path.under(hierarchy.mountPoint())));
        Stream<GroupDir> below = host.files().exists(base.path()) ? base.children().stream() : Stream.empty();
        return Stream.of(Stream.of(base), own, below)
                .flatMap(all -> all)
                .filter(dir -> host.files().exists(dir.path()))
                .filter(dir -> !host.driver(hierarchy).isRoot(dir))
                .toList();
    }

    /** The machine's own pressure tells it as well, where there is no group yet. */
    private static Optional<Obstacle> pressure(Host host, HierarchyDriver driver, List<GroupDir> examples) {
        boolean isThere = host.files().exists(host.files().proc().resolve("pressure/cpu"))
                || (driver.source(Setting.PRESSURE_CPU) instanceof SettingSource.Files source
                        && examples.stream()
                                .anyMatch(dir -> source.names().stream().anyMatch(dir::has)));
        return isThere
                ? Optional.empty()
                : Optional.of(lacking("pressure", "it needs Linux 4.20 with CONFIG_PSI, booted without psi=0"));
    }

    private static Obstacle lacking(String what, String remedy) {
        return Obstacle.step(Cause.NOT_IN_KERNEL, "the kernel has no " + what, remedy);
    }
}
