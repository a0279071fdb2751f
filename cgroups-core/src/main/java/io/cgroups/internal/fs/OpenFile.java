package io.cgroups.internal.fs;

import io.cgroups.CgroupIoException;
import io.cgroups.spi.BackOff;
import io.cgroups.spi.KernelWatch;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.function.Function;

/** A control file that stays open. */
final class OpenFile implements KernelWatch {

    /** Opens the file. */
    interface Opening {
        FileChannel open() throws IOException;
    }

    private final Opening opening;
    private final Function<IOException, CgroupIoException> refusal;
    private final WholeText text = new WholeText();
    private final BackOff pauses = new BackOff();
    private FileChannel channel;

    OpenFile(Opening opening, Function<IOException, CgroupIoException> refusal) {
        this.opening = opening;
        this.refusal = refusal;
        try {
            this.channel = opening.open();
        } catch (IOException e) {
            throw refusal.apply(e);
        }
    }

    /** An interrupt closes the channel: it is held back, and the file opened once more. */
    @Override
    public String read() {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return text.read(channel);
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                    channel = opening.open();
                }
            }
        } catch (IOException e) {
            throw refusal.apply(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean awaitChange(Duration limit) throws InterruptedException {
        SystemClock.INSTANCE.pause(pauses.next(limit));
        return false;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
            return;
        }
    }
}
