package io.cgroups.internal.event;

import java.time.Duration;

/**
 * What a source names, held open. A {@link io.cgroups.CgroupException} of any call says that there is nothing left to wait
 * for.
 */
public interface Held extends AutoCloseable {

    /**
     * Reads the file as it is now; by any thread.
     *
     * @return its text
     * @throws IllegalStateException if it is closed
     */
    String read();

    /**
     * How long to let it be between two looks.
     *
     * @return the interval, more than zero
     */
    Duration interval();

    /**
     * Looks without having been told of anything; by the thread of the loop.
     *
     * @return how often it fired, which {@link #told} then does not say again
     */
    long look();

    /**
     * Looks because {@link Waits#await} named it; by the thread of the loop.
     *
     * @return how often it fired
     */
    long told();

    /** Lets go of it. */
    @Override
    void close();
}
