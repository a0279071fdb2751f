package io.cgroups.internal.event;

import io.cgroups.CgroupException;
import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Where the thread of a loop waits, for as long as there is something to wait for. */
public interface Waits extends AutoCloseable {

    /**
     * Opens what a source names, and waits for it from now on; by any thread.
     *
     * @param source what
     * @param key what {@link #await} calls it
     * @return to be closed before this is
     * @throws CgroupException if the kernel refuses, or there is no way to wait for it; then nothing is held
     */
    Held open(SignalSource source, long key);

    /**
     * Waits until something fired, or {@link #wake} was called since the last wait.
     *
     * @param limit how long at the most; zero only to look
     * @param told is given the keys of what fired; also of what was closed meanwhile
     * @throws CgroupException if there is no waiting any more
     */
    void await(Duration limit, LongConsumer told);

    /** Ends the wait that is under way or the next one; by any thread, not after {@link #close}. */
    void wake();

    /** Lets go of everything. */
    @Override
    void close();
}
