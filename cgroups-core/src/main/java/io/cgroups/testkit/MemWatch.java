package io.cgroups.testkit;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.BackOff;
import io.cgroups.spi.KernelWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * An open control file of the in-memory kernel. Whoever waits gives other threads some real time to change something; when none
 * does, the kernel's clock moves on by the whole time at once.
 */
final class MemWatch implements KernelWatch {
    /** How much faster than real time the kernel's time passes for who waits. */
    private static final int PACE = 50;

    private static final Duration LONGEST = Duration.ofMillis(200);

    private final InMemoryKernel kernel;
    private final Path file;
    private final Optional<MemGroup> group;
    private final BackOff pauses = new BackOff();
    private long seen;

    MemWatch(InMemoryKernel kernel, Path file, Optional<MemGroup> group) {
        this.kernel = kernel;
        this.file = file;
        this.group = group;
    }

    @Override
    public String read() {
        synchronized (kernel) {
            seen = kernel.changes();
            if (!kernel.groupOf(file).equals(group)) {
                throw CgroupIoException.of(
                        Failure.of("read", file, Errno.ENODEV).withHint("the group is gone; somebody removed it"),
                        null);
            }
            return kernel.read(file);
        }
    }

    @Override
    public boolean awaitChange(Duration limit) throws InterruptedException {
        Duration real = limit.dividedBy(PACE).compareTo(LONGEST) < 0 ? limit.dividedBy(PACE) : LONGEST;
        long end = System.nanoTime() + real.toNanos();
        synchronized (kernel) {
            // A wait on the monitor lets the others in, also when there is nothing to wait for.
            long millis = real.toMillis() + 1;
            while (kernel.changes() == seen && millis > 0) {
                kernel.wait(millis);
                millis = (end - System.nanoTime()) / 1_000_000;
            }
            boolean changed = kernel.changes() != seen;
            seen = kernel.changes();
            // Also who changes something at each look gets on.
            kernel.advance(changed ? pauses.next(limit) : limit);
            return changed;
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
