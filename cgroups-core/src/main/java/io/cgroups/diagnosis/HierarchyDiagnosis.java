package io.cgroups.diagnosis;

import io.cgroups.CgroupPath;
import io.cgroups.Hierarchy;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a caller can do in one hierarchy. Immutable.
 *
 * @param hierarchy the hierarchy: its version, where it is mounted, what it carries
 * @param base the group that names are relative to, or would be with everything in order
 * @param obstacle what keeps the caller from making groups there; empty when nothing does
 */
public record HierarchyDiagnosis(Hierarchy hierarchy, Path base, Optional<Obstacle> obstacle) {

    /**
     * Checks that no part is null.
     *
     * @param hierarchy see the record
     * @param base see the record
     * @param obstacle see the record
     * @throws NullPointerException if a part is null
     */
    public HierarchyDiagnosis {
        Objects.requireNonNull(hierarchy, "hierarchy");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /**
     * Whether the caller may make groups in it.
     *
     * @return true when there is no obstacle
     */
    public boolean isUsable() {
        return obstacle.isEmpty();
    }

    /**
     * The directory of the group the caller is in.
     *
     * @return the directory, empty when what is mounted does not show it
     */
    public Optional<Path> own() {
        return hierarchy.own().map((CgroupPath path) -> path.under(hierarchy.mountPoint()));
    }
}
