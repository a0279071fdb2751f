package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import java.nio.file.Path;

/**
 * A control file that is held open and read again and again: what the kernel does to the group between two looks is not
 * missed, and a group that is removed and made anew under the same name is not taken for the old one. Not safe for use by
 * several threads.
 */
public interface KernelWatch extends AutoCloseable {

    /**
     * Reads the file as it is now.
     *
     * @return its text, as the kernel gave it
     * @throws CgroupIoException if the kernel refuses; {@link io.cgroups.CgroupNotFoundException} when the group is gone
     */
    String read();

    /** Lets go of the file. */
    @Override
    void close();

    /**
     * Looks by opening the file anew each time, for gates that have no descriptors.
     *
     * @param files the gate
     * @param file the file
     * @return a watch that holds nothing
     */
    static KernelWatch reopening(KernelFiles files, Path file) {
        return new KernelWatch() {
            @Override
            public String read() {
                return files.read(file);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
