package io.cgroups.examples.agent.watch;

/** How much a counter grew since it was asked before. */
final class Growth {
    private double before = Double.NaN;

    /** Returns NaN the first time, and when the counter went back as that of a group that was made anew. */
    double to(double now) {
        double grown = now - before;
        before = now;
        return grown >= 0 ? grown : Double.NaN;
    }
}
