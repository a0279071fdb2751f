package io.cgroups.internal.fs;

import io.cgroups.spi.KernelWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the files that are held open for long, so that they never use up the descriptors of the process. */
final class HeldFiles {
    private static final int SHARE = 2;
    private static final int UNKNOWN_LIMIT = 1024;
    private static final Pattern LIMIT = Pattern.compile("(?m)^Max open files +(\\d+)");

    private final Supplier<String> limits;
    private final AtomicInteger open = new AtomicInteger();
    private volatile int most;

    /**
     * Counts from zero.
     *
     * @param limits gives the text of {@code /proc/self/limits}; asked once, when the first file is to be held
     */
    HeldFiles(Supplier<String> limits) {
        this.limits = limits;
    }

    /** Opens a file unless half of what the process may have is held. */
    Optional<KernelWatch> hold(Supplier<OpenFile> opening) {
        if (open.incrementAndGet() > most()) {
            open.decrementAndGet();
            return Optional.empty();
        }
        try {
            return Optional.of(counted(opening.get()));
        } catch (RuntimeException e) {
            open.decrementAndGet();
            throw e;
        }
    }

    private int most() {
        if (most == 0) {
            Matcher limit = LIMIT.matcher(limits.get());
            // The JDK raises the limit to what the process may have before any class of a program runs.
            most = Math.max(1, (limit.find() ? Integer.parseInt(limit.group(1)) : UNKNOWN_LIMIT) / SHARE);
        }
        return most;
    }

    private KernelWatch counted(OpenFile file) {
        return new KernelWatch() {
            private boolean isClosed;

            @Override
            public String read() {
                return file.read();
            }

            @Override
            public boolean awaitChange(Duration limit) throws InterruptedException {
                return file.awaitChange(limit);
            }

            @Override
            public synchronized void close() {
                if (!isClosed) {
                    isClosed = true;
                    file.close();
                    open.decrementAndGet();
                }
            }
        };
    }
}
