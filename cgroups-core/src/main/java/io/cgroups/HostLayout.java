package io.cgroups;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What control groups a host has, as it was when the layout was detected. Immutable.
 *
 * @param hierarchies the mounted hierarchies, one entry each however often it is mounted
 * @param unreachable controllers the kernel has attached to a hierarchy that is mounted nowhere visible
 */
public record HostLayout(List<Hierarchy> hierarchies, Set<Controller> unreachable) {

    /** The arrangements of hierarchies. */
    public enum Kind {
        /** Only v1 hierarchies. */
        LEGACY,
        /** v1 hierarchies and the unified one; each controller is on exactly one of them. */
        HYBRID,
        /** Only the unified hierarchy. */
        UNIFIED,
        /** Nothing is mounted. */
        NONE
    }

    /**
     * Copies the collections.
     *
     * @param hierarchies see the record
     * @param unreachable see the record
     */
    public HostLayout {
        hierarchies = List.copyOf(hierarchies);
        unreachable = Set.copyOf(unreachable);
    }

    /**
     * The arrangement. Ask for single controllers instead where that is what matters.
     *
     * @return the kind
     */
    public Kind kind() {
        boolean v1 = hierarchies.stream().anyMatch(h -> h.version() == Hierarchy.Version.V1);
        boolean v2 = hierarchies.stream().anyMatch(h -> h.version() == Hierarchy.Version.V2);
        if (v1) {
            return v2 ? Kind.HYBRID : Kind.LEGACY;
        }
        return v2 ? Kind.UNIFIED : Kind.NONE;
    }

    /**
     * The hierarchy that carries a controller.
     *
     * @param controller the controller
     * @return the hierarchy, empty when none that is mounted carries it
     */
    public Optional<Hierarchy> hierarchy(Controller controller) {
        return hierarchies.stream().filter(h -> h.has(controller)).findFirst();
    }

    /**
     * The controllers that can be used.
     *
     * @return those of all mounted hierarchies
     */
    public Set<Controller> controllers() {
        return hierarchies.stream()
                .flatMap(h -> h.controllers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Why a controller cannot be used.
     *
     * @param controller a controller that no mounted hierarchy carries
     * @return a sentence for a hint
     */
    public String whyMissing(Controller controller) {
        return unreachable.contains(controller)
                ? "the kernel has it on a v1 hierarchy that is mounted nowhere visible; mount it: mount -t cgroup -o "
                        + controller.kernelName(Hierarchy.Version.V1) + " none DIRECTORY"
                : "no mounted hierarchy carries it; the kernel may be built without it, or it has not been mounted";
    }

    /** Returns a line per hierarchy: mount point, version and controllers. */
    @Override
    public String toString() {
        return kind()
                + hierarchies.stream()
                        .map(h -> "\n  " + h.mountPoint() + " " + h.version() + " "
                                + new TreeSet<>(h.controllers())
                                + h.name().map(name -> " name=" + name).orElse("")
                                + (h.readOnly() ? " read-only" : ""))
                        .collect(Collectors.joining())
                + (unreachable.isEmpty() ? "" : "\n  not mounted: " + new TreeSet<>(unreachable));
    }
}
