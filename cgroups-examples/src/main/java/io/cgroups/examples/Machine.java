package io.cgroups.examples;

import io.cgroups.Cgroups;
import java.time.Duration;

/** Where the example runs: the real kernel, or the in-memory one. */
interface Machine {

    /** The control groups of the machine. */
    Cgroups cgroups();

    /** Makes this JVM want all CPUs. */
    void burn();

    /** Ends what {@link #burn} began. */
    void stop();

    /** Lets time pass. */
    void pass(Duration time);

    /** The time, in nanoseconds. */
    long nanoTime();

    /** What each line of output starts with. */
    String label();
}
