package io.cgroups.diagnosis;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether groups that a caller makes have an ability. Immutable.
 *
 * @param ability the ability
 * @param obstacle what stands in the way; empty when nothing does
 */
public record AbilityDiagnosis(Ability ability, Optional<Obstacle> obstacle) {

    /**
     * Checks that no part is null.
     *
     * @param ability see the record
     * @param obstacle see the record
     * @throws NullPointerException if a part is null
     */
    public AbilityDiagnosis {
        Objects.requireNonNull(ability, "ability");
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /**
     * Whether groups have it.
     *
     * @return true when there is no obstacle
     */
    public boolean isThere() {
        return obstacle.isEmpty();
    }
}
