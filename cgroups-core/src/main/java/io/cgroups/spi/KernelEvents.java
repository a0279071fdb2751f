package io.cgroups.spi;

import io.cgroups.CgroupIoException;

/**
 * Waits for many things of the kernel at once, with one daemon thread that is there while there is anything to wait for.
 *
 * <p>That a group is gone is noticed without the kernel's help: it does not tell of it everywhere. Safe for use by many
 * threads.
 */
public interface KernelEvents {

    /**
     * Begins to wait for something.
     *
     * @param source what
     * @param listener who is told
     * @return to be closed by the caller
     * @throws CgroupIoException if the kernel refuses; then nothing is waited for
     */
    Signal on(SignalSource source, Signal.Listener listener);
}
