package io.cgroups.internal.fs;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.internal.event.Held;
import io.cgroups.internal.event.Waits;
import io.cgroups.internal.linux.EventQueue;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.spi.SignalSource.Look;
import io.cgroups.spi.SignalSource.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Waits until the kernel says that something has happened. */
final class QueueWaits implements Waits {
    private final KernelFiles files;
    private final EventQueue queue;
    private final Path first;

    private QueueWaits(KernelFiles files, EventQueue queue, Path first) {
        this.files = files;
        this.queue = queue;
        this.first = first;
    }

    /** Loads the C library. */
    static QueueWaits open(KernelFiles files, SignalSource first) {
        try {
            return new QueueWaits(files, EventQueue.open(), first.file());
        } catch (IOException e) {
            throw refusal(files, first.file(), e);
        }
    }

    private static CgroupIoException refusal(KernelFiles files, Path file, IOException e) {
        CgroupIoException refusal = Refusals.refusal(files, "wait for", file, Optional.empty(), e);
        return refusal.errno().filter(Errno.ENOSPC::equals).isPresent()
                ? refusal.withHint("this user waits for as many files as one may: fs.epoll.max_user_watches")
                : refusal;
    }

    /** What the kernel takes only from others is looked at, if it is a trigger at all. */
    @Override
    public Held open(SignalSource source, long key) {
        try {
            return openByKernel(source, key);
        } catch (ValueRejectedException | CgroupAccessException e) {
            if (source instanceof Trigger trigger) {
                return new JudgedFiles(files).trigger(trigger).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private Held openByKernel(SignalSource source, long key) {
        HeldBase held = hold(source, key);
        try {
            held.begin();
            return held;
        } catch (IOException e) {
            held.close();
            throw refusal(files, source.file(), e);
        } catch (RuntimeException | Error e) {
            held.close();
            throw e;
        }
    }

    private HeldBase hold(SignalSource source, long key) {
        if (source instanceof Change change) {
            return new HeldChange(files, queue, key, change);
        } else if (source instanceof Trigger trigger) {
            return new HeldTrigger(files, queue, key, trigger);
        } else if (source instanceof Control control) {
            return new HeldControl(files, queue, key, control);
        }
        return new HeldLook(files, (Look) source);
    }

    @Override
    public void await(Duration limit, LongConsumer told) {
        try {
            queue.await(limit, told);
        } catch (IOException e) {
            throw refusal(files, first, e);
        }
    }

    @Override
    public void wake() {
        queue.wake();
    }

    @Override
    public void close() {
        queue.close();
    }
}
