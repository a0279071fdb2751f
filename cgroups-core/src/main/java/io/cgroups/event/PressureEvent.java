package io.cgroups.event;

import io.cgroups.Cgroup;
import java.time.Duration;
import java.util.Objects;

/**
 * Members lost as much time to waiting as a trigger says. Immutable.
 *
 * @param group the group
 * @param trigger what was asked for
 * @param stalled how much time was lost since the event before, or since the subscription; in whole microseconds
 */
public record PressureEvent(Cgroup group, PressureTrigger trigger, Duration stalled) {

    /**
     * Checks that no part is null.
     *
     * @param group see the record
     * @param trigger see the record
     * @param stalled see the record
     * @throws NullPointerException if a part is null
     */
    public PressureEvent {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(stalled, "stalled");
    }
}
