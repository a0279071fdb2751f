package io.cgroups.examples.agent.watch;

import java.util.ArrayDeque;
import java.util.List;

/** The last ten minutes of a group. Safe for use by many threads. */
final class History {
    static final int CAPACITY = 600;

    private final ArrayDeque<Point> points = new ArrayDeque<>();

    synchronized void add(Point point) {
        if (points.size() == CAPACITY) {
            points.removeFirst();
        }
        points.addLast(point);
    }

    /** Those later than a time in milliseconds since 1970, the oldest first. */
    synchronized List<Point> after(long time) {
        return points.stream().filter(point -> point.time() > time).toList();
    }
}
