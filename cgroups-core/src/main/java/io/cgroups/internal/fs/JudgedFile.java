package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.internal.event.Held;
import io.cgroups.spi.KernelWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A file that is read from time to time, to see whether what it says is an event. */
final class JudgedFile implements Held {
    private final KernelWatch file;
    private final GoneFile gone;
    private final Duration interval;
    private final Predicate<String> judge;
    private boolean isClosed;

    /** Begins to look; closing this closes the file. */
    JudgedFile(KernelWatch file, GoneFile gone, Duration interval, Predicate<String> judge) {
        this.file = file;
        this.gone = gone;
        this.interval = interval;
        this.judge = judge;
    }

    @Override
    public synchronized String read() {
        if (isClosed) {
            throw new IllegalStateException("it is closed");
        }
        return file.read();
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public long look() {
        return judge.test(read()) ? 1 : 0;
    }

    @Override
    public long told() {
        return 0;
    }

    @Override
    public Optional<CgroupException> meaning(CgroupException failure) {
        return gone.meaning(failure);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        file.close();
    }
}
