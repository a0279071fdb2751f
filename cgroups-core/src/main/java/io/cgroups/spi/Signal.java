package io.cgroups.spi;

import io.cgroups.CgroupIoException;

/** Something that is waited for, until it is closed. Safe for use by many threads. */
public interface Signal extends AutoCloseable {

    /** What is told. Every method is called by the one thread of the {@link KernelEvents}, and must not wait. */
    interface Listener {

        /**
         * It fired. What this throws ends the signal as {@link #ended} says, but for a {@link RuntimeException} that is no
         * {@link io.cgroups.CgroupException}, which goes to the thread's handler of uncaught exceptions.
         *
         * @param signal which; to be read
         * @param times how often since it fired last, where the kernel counts that; else 1
         */
        void fired(Signal signal, long times);

        /**
         * It will not fire any more, because the group is gone or can no longer be read. Called once, and not after
         * {@link Signal#close}.
         *
         * @param why {@link io.cgroups.CgroupNotFoundException} when the group is gone
         */
        void ended(CgroupIoException why);
    }

    /**
     * Reads the file of the source as it is now, through the descriptor that was opened at the beginning: a group that was
     * removed and made anew is not taken for the old one.
     *
     * @return its text, as the kernel gave it
     * @throws CgroupIoException if the kernel refuses; {@link io.cgroups.CgroupNotFoundException} when the group is gone
     */
    String read();

    /** Ends it; once that returned, nothing more is told, unless the caller is the listener itself. */
    @Override
    void close();
}
