package io.cgroups;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One mounted hierarchy, as it was when the layout was detected.
 *
 * <p>Immutable.
 *
 * @param version the version of control groups this mount speaks
 * @param mountPoint where it is mounted
 * @param controllers the controllers this hierarchy has at its root; of v2, those in {@code cgroup.controllers}, and those
 *     that are {@linkplain Controller#isBuiltIntoV2 built in} unless a v1 hierarchy carries them
 * @param unknownControllers the kernel's names of controllers this library has no type for
 * @param name the name of a named v1 hierarchy, as in {@code name=systemd}
 * @param own the caller's own group, seen from the mount point; empty when it lies outside of what is mounted
 * @param readOnly whether it is mounted read-only
 * @param noPrefix whether control files lack the controller's prefix ({@code cpus} instead of {@code cpuset.cpus})
 */
public record Hierarchy(
        Version version,
        Path mountPoint,
        Set<Controller> controllers,
        Set<String> unknownControllers,
        Optional<String> name,
        Optional<CgroupPath> own,
        boolean readOnly,
        boolean noPrefix) {

    /** The two versions of control groups. */
    public enum Version {
        /** Many hierarchies, each with its own controllers. */
        V1,
        /** The unified hierarchy. */
        V2
    }

    /**
     * Copies the sets.
     *
     * @param version see the record
     * @param mountPoint see the record
     * @param controllers see the record
     * @param unknownControllers see the record
     * @param name see the record
     * @param own see the record
     * @param readOnly see the record
     * @param noPrefix see the record
     */
    public Hierarchy {
        controllers = Set.copyOf(controllers);
        unknownControllers = Set.copyOf(unknownControllers);
    }

    /**
     * Whether this hierarchy carries a controller.
     *
     * @param controller the controller
     * @return true when it does
     */
    public boolean has(Controller controller) {
        return controllers.contains(controller);
    }

    /**
     * The same hierarchy with more controllers.
     *
     * @param more the controllers to add
     * @return a copy
     */
    public Hierarchy with(Set<Controller> more) {
        Set<Controller> all = EnumSet.noneOf(Controller.class);
        all.addAll(controllers);
        all.addAll(more);
        return new Hierarchy(version, mountPoint, all, unknownControllers, name, own, readOnly, noPrefix);
    }

    /**
     * Whether the kernel lists a controller for this hierarchy: one that is not only built in.
     *
     * @return true when there is at least one
     */
    public boolean listsControllers() {
        return controllers.stream().anyMatch(controller -> version == Version.V1 || !controller.isBuiltIntoV2());
    }
}
