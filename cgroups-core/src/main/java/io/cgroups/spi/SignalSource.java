package io.cgroups.spi;

import java.nio.file.Path;
import java.time.Duration;

/** What a {@link KernelEvents} can wait for. */
public sealed interface SignalSource {

    /**
     * The control file.
     *
     * @return the file that {@link Signal#read} reads
     */
    Path file();

    /**
     * A file whose changes the kernel tells of, as those called {@code *.events} of v2: fires when it may have changed since
     * it was read last. The kernel tells of the first change at once, and of others in the 10 ms after it at their end.
     *
     * @param file the control file
     */
    record Change(Path file) implements SignalSource {}

    /**
     * A file of pressure with a trigger (since Linux 5.2): fires when members were stalled for as long as the trigger says,
     * at most once in each window. A window is of 500 ms to 10 s. The kernel looks ten times in each, and only for who has
     * {@code CAP_SYS_RESOURCE}; for others that is done here, every 20 ms.
     *
     * @param file the control file, for example {@code cpu.pressure}
     * @param trigger the kernel's words for it, for example {@code some 150000 1000000}, in microseconds
     */
    record Trigger(Path file, String trigger) implements SignalSource {}

    /**
     * A file whose events are asked for through {@code cgroup.event_control} of v1: fires with the number of events since it
     * fired last.
     *
     * @param file the control file, for example {@code memory.oom_control}
     * @param control the {@code cgroup.event_control} beside it
     * @param argument what is written after the two descriptors, for example a number of bytes; empty for nothing
     */
    record Control(Path file, Path control, String argument) implements SignalSource {}

    /**
     * A file that the kernel tells nothing of: fires each time the interval has passed. Those of the same interval fire
     * together, so that the first time can come sooner; those that are missed are made up for by one.
     *
     * @param file the control file
     * @param interval more than zero
     */
    record Look(Path file, Duration interval) implements SignalSource {

        /**
         * Checks the interval.
         *
         * @param file see the record
         * @param interval see the record
         * @throws IllegalArgumentException if the interval is not more than zero
         */
        public Look {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("an interval of " + interval);
            }
        }
    }
}
