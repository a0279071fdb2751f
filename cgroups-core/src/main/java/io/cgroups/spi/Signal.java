package io.cgroups.spi;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;

/** Something that is waited for, until it is closed. Safe for use by many threads. */
public interface Signal extends AutoCloseable {

    /**
     * What is told. Every method is called by the one thread of the {@link KernelEvents}, which the others wait for: it must
     * not block, and not wait for a thread that closes this signal.
     */
    interface Listener {

        /**
         * It fired. A {@link CgroupException} that this throws, such as that of {@link Signal#read}, ends the signal as
         * {@link #ended} says; whatever else it throws goes to the thread's handler of uncaught exceptions, and the signal
         * stays.
         *
         * @param signal which; to be read
         * @param times how often since it fired last, where the kernel counts that; else 1
         */
        void fired(Signal signal, long times);

        /**
         * It will not fire any more, because the group is gone or can no longer be read; it is closed. Called once, and not
         * after {@link Signal#close}.
         *
         * @param why {@link io.cgroups.CgroupNotFoundException} when the group is gone, {@link
         *     io.cgroups.UnsupportedSettingException} when only the file is
         */
        void ended(CgroupException why);
    }

    /**
     * Reads the file of the source as it is now, through the descriptor that was opened at the beginning: a group that was
     * removed and made anew is not taken for the old one.
     *
     * @return its text, as the kernel gave it
     * @throws CgroupIoException if the kernel refuses; {@link io.cgroups.CgroupNotFoundException} when the group is gone
     * @throws IllegalStateException if it was closed
     */
    String read();

    /**
     * Ends it. Once that returned nothing more is told, unless the caller is the listener itself: a call of the listener that
     * is under way is waited for. An interrupt does not shorten that wait and is kept. Closed already, nothing happens.
     */
    @Override
    void close();
}
