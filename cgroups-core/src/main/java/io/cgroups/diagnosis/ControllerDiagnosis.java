package io.cgroups.diagnosis;

import io.cgroups.Controller;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a caller can manage a controller: make a group that has it, below the base. Immutable.
 *
 * @param controller the controller
 * @param mountPoint the mount point of the hierarchy that carries it; empty when none does
 * @param obstacle what stands in the way; empty when nothing does
 */
public record ControllerDiagnosis(Controller controller, Optional<Path> mountPoint, Optional<Obstacle> obstacle) {

    /**
     * Checks that no part is null.
     *
     * @param controller see the record
     * @param mountPoint see the record
     * @param obstacle see the record
     * @throws NullPointerException if a part is null
     */
    public ControllerDiagnosis {
        Objects.requireNonNull(controller, "controller");
        Objects.requireNonNull(mountPoint, "mountPoint");
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /**
     * Whether a group that the caller makes below the base can have it.
     *
     * @return true when there is no obstacle
     */
    public boolean isManageable() {
        return obstacle.isEmpty();
    }
}
