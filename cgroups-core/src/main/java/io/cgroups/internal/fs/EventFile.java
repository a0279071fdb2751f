package io.cgroups.internal.fs;

import io.cgroups.CgroupIoException;
import io.cgroups.internal.linux.PolledFile;
import io.cgroups.spi.BackOff;
import io.cgroups.spi.KernelClock;
import io.cgroups.spi.KernelWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A control file whose changes the kernel tells of. Short waits are looks again and again, as most things that are waited
 * for come soon and the C library takes its time to load; then the thread sleeps until the kernel wakes it.
 */
final class EventFile implements KernelWatch {
    /** How long to do without the C library, all pauses together. */
    private static final Duration PATIENCE = Duration.ofMillis(30);
    /** How long an interrupt or the removal of the group, which wake nobody, may be overlooked. */
    private static final Duration SLICE = Duration.ofMillis(100);

    /** Opens the file so that it can be waited at; fails with a {@link LinkageError} where the C library cannot be called. */
    interface Polling {
        PolledFile open(Path file) throws IOException;
    }

    private final Path file;
    private final KernelWatch byJdk;
    private final Polling polling;
    private final Function<IOException, CgroupIoException> refusal;
    private final KernelClock clock;
    private final BackOff pauses = new BackOff();
    private Duration paused = Duration.ZERO;
    private boolean isDecided;
    private @Nullable PolledFile polled;
    private String last = "";

    EventFile(
            Path file,
            KernelWatch byJdk,
            Polling polling,
            Function<IOException, CgroupIoException> refusal,
            KernelClock clock) {
        this.file = file;
        this.byJdk = byJdk;
        this.polling = polling;
        this.refusal = refusal;
        this.clock = clock;
    }

    @Override
    public String read() {
        try {
            last = polled == null ? byJdk.read() : polled.read();
            return last;
        } catch (IOException e) {
            throw refusal.apply(e);
        }
    }

    @Override
    public boolean awaitChange(Duration limit) throws InterruptedException {
        if (paused.compareTo(PATIENCE) >= 0 && !isDecided) {
            isDecided = true;
            String seen = last;
            polled = open();
            if (polled != null && !read().equals(seen)) {
                return true;
            }
        }
        return polled == null ? pause(limit) : sleep(polled, limit);
    }

    private boolean pause(Duration limit) throws InterruptedException {
        Duration pause = pauses.next(limit);
        clock.pause(pause);
        paused = paused.plus(pause);
        return false;
    }

    private boolean sleep(PolledFile polled, Duration limit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            boolean changed = polled.await(limit.compareTo(SLICE) < 0 ? limit : SLICE);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return changed;
        } catch (IOException e) {
            throw refusal.apply(e);
        }
    }

    /** Opens the same group's file again: that group is still there afterwards, so its path led to no other one. */
    private @Nullable PolledFile open() {
        try {
            PolledFile opened = polling.open(file);
            try {
                byJdk.read();
            } catch (CgroupIoException e) {
                opened.close();
                return null;
            }
            byJdk.close();
            return opened;
        } catch (IOException | LinkageError e) {
            // The pauses go on, which is as good and only less prompt; what has become of the group the next read
            // tells.
            return null;
        }
    }

    @Override
    public void close() {
        byJdk.close();
        if (polled != null) {
            polled.close();
        }
    }
}
