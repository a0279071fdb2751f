package io.cgroups.internal.event;

import io.cgroups.CgroupException;
import java.time.Duration;
import java.util.Optional;

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

    /**
     * What it means that a call has failed.
     *
     * @param failure what the call threw
     * @return why there is nothing left to wait for; empty when that is not certain yet, so that the next look decides
     */
    default Optional<CgroupException> meaning(CgroupException failure) {
        return Optional.of(failure);
    }

    /** Lets go of it. */
    @Override
    void close();
}
