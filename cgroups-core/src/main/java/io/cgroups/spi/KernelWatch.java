package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A control file that is held open and read again and again: what the kernel does to the group between two looks is not
 * missed, and a group that is removed and made anew under the same name is not taken for the old one. Not safe for use by
 * several threads.
 *
 * <p>Whoever waits for something opens the file before doing what is to bring it about, and then reads and waits by turns:
 * a change after the last read ends the next wait at once.
 *
 * <p>Fit for files that the kernel writes anew at each read. The lists of members of v1 are not: read again from the same
 * open file they can be old.
 */
public interface KernelWatch extends AutoCloseable {

    /**
     * Reads the file as it is now.
     *
     * @return its text, as the kernel gave it
     * @throws CgroupIoException if the kernel refuses; {@link io.cgroups.CgroupNotFoundException} when the group is gone
     */
    String read();

    /**
     * Waits until the file may have changed since it was read last. Where the kernel tells of changes, as for the
     * {@code cgroup.events} of v2, this takes until it does; elsewhere the wait is one step of a {@link BackOff}. It may end
     * earlier, because the removal of a group is not told of, so whoever waits longer calls this again.
     *
     * @param limit how long at the most
     * @return true when the kernel told of a change; false says nothing about the file
     * @throws InterruptedException if the calling thread is interrupted, or was before, which is noticed within 100 ms; its
     *     status is cleared then
     */
    boolean awaitChange(Duration limit) throws InterruptedException;

    /** Lets go of the file. */
    @Override
    void close();

    /**
     * Looks by opening the file anew each time, for gates that have no descriptors, and waits by the clock of the gate.
     *
     * @param files the gate
     * @param file the file
     * @return a watch that holds nothing
     */
    static KernelWatch reopening(KernelFiles files, Path file) {
        BackOff pauses = new BackOff();
        return new KernelWatch() {
            @Override
            public String read() {
                return files.read(file);
            }

            @Override
            public boolean awaitChange(Duration limit) throws InterruptedException {
                files.clock().pause(pauses.next(limit));
                return false;
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
