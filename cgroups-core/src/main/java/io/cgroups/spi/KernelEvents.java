package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.UnsupportedSettingException;

/**
 * Waits for many things of the kernel at once, with one daemon thread that is there while there is anything to wait for.
 *
 * <p>That a group is gone is noticed without the kernel's help, within some 250 ms: it does not tell of it everywhere. Safe
 * for use by many threads, and by the listeners themselves.
 */
public interface KernelEvents {

    /**
     * Begins to wait for something. The listener may be called before this returns.
     *
     * @param source what
     * @param listener who is told
     * @return to be closed by the caller
     * @throws UnsupportedSettingException if this kernel, or this machine, has no way to wait for it
     * @throws CgroupIoException if the kernel refuses; then nothing is waited for
     */
    Signal on(SignalSource source, Signal.Listener listener);
}
