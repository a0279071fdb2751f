package io.cgroups.testkit;

import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.internal.event.Held;
import io.cgroups.internal.fs.EventRefusals;
import io.cgroups.internal.fs.Refusals;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.spi.SignalSource.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A source of events of the in-memory kernel. */
final class MemHeld implements Held {
    /** How long what nobody reports, such as the end of a real process, may be overlooked. */
    private static final Duration OVERLOOKED = Duration.ofMillis(20);

    private final InMemoryKernel kernel;
    private final SignalSource source;
    private final Path file;
    private final Optional<MemGroup> group;
    private final LongSupplier gauge;
    private final Runnable forget;
    private long fired;
    private boolean wasGone;
    private boolean isClosed;

    /** Opens a source, or refuses by throwing; called under the lock of the kernel. */
    MemHeld(InMemoryKernel kernel, SignalSource source, Runnable forget) {
        this.kernel = kernel;
        this.source = source;
        this.file = source.file();
        this.group = kernel.groupOf(file);
        this.gauge = MemGauges.of(kernel, source);
        this.forget = forget;
    }

    private boolean isGone() {
        return !kernel.groupOf(file).equals(group) || !kernel.exists(file);
    }

    /** Notes what has happened since the last look. */
    void note() {
        if (!isGone()) {
            fired += gauge.getAsLong();
        } else if (!wasGone) {
            wasGone = true;
            fired++;
        }
    }

    boolean hasFired() {
        return fired > 0;
    }

    @Override
    public String read() {
        synchronized (kernel) {
            if (isClosed) {
                throw new IllegalStateException("it is closed");
            }
            check();
            String text = kernel.read(file);
            if (source instanceof SignalSource.Change) {
                note();
                fired = 0;
            }
            return text;
        }
    }

    private void check() {
        if (isGone()) {
            Failure failure = Failure.of("read", file, Errno.ENODEV);
            throw Refusals.refusal(kernel, failure, null);
        }
    }

    @Override
    public Duration interval() {
        return source instanceof Look look ? look.interval() : OVERLOOKED;
    }

    @Override
    public long look() {
        synchronized (kernel) {
            return told();
        }
    }

    @Override
    public long told() {
        synchronized (kernel) {
            note();
            if (source instanceof Control && wasGone && fired > 1) {
                // What was counted before the group went, which counts as well.
                long times = fired - 1;
                fired = 1;
                return times;
            }
            check();
            long times = source instanceof Control ? fired : Math.min(1, fired);
            fired = 0;
            return times;
        }
    }

    @Override
    public Optional<CgroupException> meaning(CgroupException failure) {
        synchronized (kernel) {
            boolean isThere = group.isPresent() && kernel.groupOf(file).equals(group);
            return Optional.of(
                    isThere && failure instanceof CgroupNotFoundException gone
                            ? EventRefusals.fileIsGone(gone)
                            : failure);
        }
    }

    @Override
    public void close() {
        synchronized (kernel) {
            isClosed = true;
            forget.run();
        }
    }
}
