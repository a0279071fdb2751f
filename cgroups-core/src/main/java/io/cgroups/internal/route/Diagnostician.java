package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.HostLayout;
import io.cgroups.diagnosis.Ability;
import io.cgroups.diagnosis.AbilityDiagnosis;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.ControllerDiagnosis;
import io.cgroups.diagnosis.Diagnosis;
import io.cgroups.diagnosis.HierarchyDiagnosis;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.internal.proc.MountInfo;
import io.cgroups.spi.Caller;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks at a host with the eyes of the caller. What goes wrong on the way is a finding, and nothing is changed. */
public final class Diagnostician {
    private final Host host;

    private Diagnostician(Host host) {
        this.host = host;
    }

    /**
     * Looks.
     *
     * @param files the gate
     * @param detect finds the host
     * @return what was found
     */
    public static Diagnosis diagnose(KernelFiles files, Supplier<Host> detect) {
        try {
            return new Diagnostician(detect.get()).diagnosis();
        } catch (CgroupException e) {
            return nothing(
                    files,
                    Obstacle.step(cause(files, e), e.failure().withHint("").message(), e.hint()));
        }
    }

    private static Cause cause(KernelFiles files, CgroupException refusal) {
        if (!(refusal instanceof CgroupsUnavailableException)) {
            return Cause.UNREADABLE;
        }
        return files.exists(files.proc().resolve("self/mountinfo")) ? Cause.MISCONFIGURED : Cause.NO_CONTROL_GROUPS;
    }

    private static Diagnosis nothing(KernelFiles files, Obstacle obstacle) {
        return new Diagnosis(
                Caller.of(files).name(),
                new HostLayout(List.of(), Set.of()),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(obstacle));
    }

    private Diagnosis diagnosis() {
        List<Hierarchy> hierarchies = Creation.carrying(host);
        return new Diagnosis(
                Caller.of(host.files()).name(),
                host.layout(),
                hierarchies.stream().anyMatch(this::isPart),
                hierarchies.stream().map(this::hierarchy).toList(),
                Arrays.stream(Controller.values()).map(this::controller).toList(),
                Arrays.stream(Ability.values()).map(this::ability).toList(),
                hierarchies.isEmpty() ? List.of(Missing.everything(host)) : List.of());
    }

    private HierarchyDiagnosis hierarchy(Hierarchy hierarchy) {
        return new HierarchyDiagnosis(hierarchy, Base.of(host, hierarchy).path(), Base.obstacle(host, hierarchy));
    }

    private ControllerDiagnosis controller(Controller controller) {
        Optional<Hierarchy> carrier = host.layout().hierarchy(controller);
        return new ControllerDiagnosis(
                controller,
                carrier.map(Hierarchy::mountPoint),
                carrier.map(hierarchy -> obstacle(hierarchy, controller))
                        .orElseGet(() -> Optional.of(Missing.controller(host, controller))));
    }

    private Optional<Obstacle> obstacle(Hierarchy hierarchy, Controller controller) {
        return Base.obstacle(host, hierarchy).or(() -> below(hierarchy, controller));
    }

    private Optional<Obstacle> below(Hierarchy hierarchy, Controller controller) {
        GroupDir base = Base.of(host, hierarchy);
        if (!host.files().exists(base.path())) {
            // It is made together with the first group, and has what those above it give it.
            return Optional.empty();
        }
        try {
            return host.driver(hierarchy)
                    .whyNotBelow(base, controller)
                    .or(() -> Programs.obstacle(host.driver(hierarchy), base, controller));
        } catch (CgroupException e) {
            return Optional.of(unreadable(e));
        }
    }

    private AbilityDiagnosis ability(Ability ability) {
        return new AbilityDiagnosis(
                ability,
                switch (ability) {
                    case FREEZE -> controller(Controller.FREEZER).obstacle();
                    case KILL_AT_ONCE, PRESSURE -> UnifiedAbilities.obstacle(host, ability);
                });
    }

    /** Whether the top of the mount is not the root of the hierarchy. */
    private boolean isPart(Hierarchy hierarchy) {
        try {
            return host.hasDriver(hierarchy)
                    && (!host.driver(hierarchy).isRoot(host.root(hierarchy)) || isOutside(hierarchy));
        } catch (CgroupException e) {
            return false;
        }
    }

    /** In a namespace without mounts of its own the roots of mounts lie above that of the namespace. */
    private boolean isOutside(Hierarchy hierarchy) {
        Path mountinfo = host.files().proc().resolve("self/mountinfo");
        return MountInfo.parseAll(mountinfo, host.files().read(mountinfo)).stream()
                .anyMatch(mount -> mount.mountPoint().equals(hierarchy.mountPoint())
                        && mount.root().startsWith("/.."));
    }

    static Obstacle unreadable(CgroupException refusal) {
        return Obstacle.step(
                Cause.UNREADABLE,
                refusal.failure().withHint("").message(),
                refusal.hint().isEmpty() ? "see whether the file is there and can be read" : refusal.hint());
    }
}
