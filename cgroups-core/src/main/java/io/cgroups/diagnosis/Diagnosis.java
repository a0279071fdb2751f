package io.cgroups.diagnosis;

import io.cgroups.Controller;
import io.cgroups.HostLayout;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller can do with the control groups of a host, and what to do about the rest; as it was when it was asked. Immutable.
 *
 * <p>One thing may hide another: a controller of a group that belongs to somebody else may, once it has been given away, turn out
 * not to be enabled. So do what is advised, then ask again.
 *
 * @param user the name of the user this JVM runs as, or the number where there is no name
 * @param layout the layout of the host; {@link HostLayout.Kind#NONE} where there is nothing
 * @param inNamespace whether the caller sees only a part of the hierarchies: a cgroup namespace, or a mount of a sub-tree
 * @param hierarchies one answer for each mounted hierarchy that carries controllers
 * @param controllers one answer for each controller; empty where there are no control groups at all
 * @param abilities one answer for each ability; empty where there are no control groups at all
 * @param obstacles what stands in the way of everything
 */
public record Diagnosis(
        String user,
        HostLayout layout,
        boolean inNamespace,
        List<HierarchyDiagnosis> hierarchies,
        List<ControllerDiagnosis> controllers,
        List<AbilityDiagnosis> abilities,
        List<Obstacle> obstacles) {
    private static final Set<Controller> LIMITING =
            EnumSet.of(Controller.CPU, Controller.CPUSET, Controller.MEMORY, Controller.BLKIO, Controller.PIDS);

    /**
     * Copies the lists.
     *
     * @param user see the record
     * @param layout see the record
     * @param inNamespace see the record
     * @param hierarchies see the record
     * @param controllers see the record
     * @param abilities see the record
     * @param obstacles see the record
     * @throws NullPointerException if a part is null
     */
    public Diagnosis {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(layout, "layout");
        hierarchies = List.copyOf(hierarchies);
        controllers = List.copyOf(controllers);
        abilities = List.copyOf(abilities);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * The answer for one controller.
     *
     * @param controller the controller
     * @return the answer, empty where there are no control groups at all
     */
    public Optional<ControllerDiagnosis> of(Controller controller) {
        Objects.requireNonNull(controller, "controller");
        return controllers.stream()
                .filter(one -> one.controller() == controller)
                .findFirst();
    }

    /**
     * The controllers that a group of the caller can have.
     *
     * @return an immutable set, in the order of the controllers
     */
    public Set<Controller> manageable() {
        return controllers.stream()
                .filter(ControllerDiagnosis::isManageable)
                .map(ControllerDiagnosis::controller)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    }

    /**
     * Whether the caller can limit something here: make groups that have cpu, cpuset, memory, blkio (io) or pids.
     *
     * @return true when at least one of these can be managed
     */
    public boolean canLimit() {
        return manageable().stream().anyMatch(LIMITING::contains);
    }

    /**
     * Everything that stands in the way, once each.
     *
     * @return the obstacles, those of everything first, then in the order of hierarchies, controllers and abilities
     */
    public List<Obstacle> allObstacles() {
        return Stream.of(
                        obstacles.stream(),
                        hierarchies.stream().flatMap(one -> one.obstacle().stream()),
                        controllers.stream().flatMap(one -> one.obstacle().stream()),
                        abilities.stream().flatMap(one -> one.obstacle().stream()))
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    /** Returns the whole report, in words a user can act on, on several lines. */
    @Override
    public String toString() {
        return new Report(this).text();
    }
}
