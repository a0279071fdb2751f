package io.cgroups.internal.fs;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.internal.event.Held;
import io.cgroups.internal.event.Waits;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Look;
import io.cgroups.spi.SignalSource.Trigger;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Looks from time to time, where there is no way into the C library. */
final class TimedWaits implements Waits {
    private final KernelFiles files;
    private final LinkageError cause;
    private boolean isWoken;

    TimedWaits(KernelFiles files, LinkageError cause) {
        this.files = files;
        this.cause = cause;
    }

    @Override
    public Held open(SignalSource source, long key) {
        JudgedFiles judged = new JudgedFiles(files);
        if (source instanceof Change change) {
            return judged.changing(change);
        } else if (source instanceof Look look) {
            return judged.look(look);
        } else if (source instanceof Trigger trigger) {
            return judged.trigger(trigger).orElseThrow(() -> EventRefusals.invalid(trigger));
        }
        UnsupportedSettingException unsupported = new UnsupportedSettingException(Failure.of(
                        "wait for",
                        "the native part of JNA cannot be loaded (" + cause.getMessage()
                                + "); see jna.tmpdir and jna.boot.library.path")
                .at(source.file()));
        unsupported.initCause(cause);
        throw unsupported;
    }

    @Override
    public synchronized void await(Duration limit, LongConsumer told) {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0 && !isWoken; left = end - System.nanoTime()) {
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                // A listener did that to the thread, which is nobody else's; it wakes up as by a call.
                isWoken = true;
            }
        }
        isWoken = false;
    }

    @Override
    public synchronized void wake() {
        isWoken = true;
        notifyAll();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
