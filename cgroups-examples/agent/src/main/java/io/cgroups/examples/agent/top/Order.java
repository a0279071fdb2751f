package io.cgroups.examples.agent.top;

import io.cgroups.examples.agent.watch.GroupState;
import io.cgroups.examples.agent.watch.Point;
import java.util.Comparator;
import java.util.List;

/** What the view is sorted by: the largest first, what is not known last. */
public enum Order {
    /** CPU time used. */
    CPU,
    /** The part of the periods that was throttled. */
    THROTTLED,
    /** The working set. */
    MEMORY,
    /** The worst pressure. */
    PRESSURE,
    /** The name, as in the tree. */
    NAME;

    private static final List<Order> ALL = List.of(values());

    /** Sorts; equal ones stay in the order of the tree. */
    List<GroupState> sort(List<GroupState> groups) {
        return groups.stream()
                .sorted(Comparator.comparingDouble(group -> -known(value(group.latest()))))
                .toList();
    }

    private float value(Point point) {
        return switch (this) {
            case CPU -> point.cpu();
            case THROTTLED -> point.throttledRatio();
            case MEMORY -> point.memory();
            case PRESSURE -> point.pressure();
            case NAME -> 0;
        };
    }

    private static float known(float value) {
        return Float.isNaN(value) ? -1 : value;
    }

    /** The one so many columns to the right, after the last the first. */
    Order next(int columns) {
        return ALL.get(Math.floorMod(ALL.indexOf(this) + columns, ALL.size()));
    }
}
