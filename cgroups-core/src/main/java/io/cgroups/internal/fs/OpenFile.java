package io.cgroups.internal.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.CgroupIoException;
import io.cgroups.spi.BackOff;
import io.cgroups.spi.KernelWatch;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.function.Function;

/** A control file that stays open. */
final class OpenFile implements KernelWatch {

    /** Opens the file. */
    interface Opening {
        SeekableByteChannel open() throws IOException;
    }

    private final Opening opening;
    private final Function<IOException, CgroupIoException> refusal;
    private final BackOff pauses = new BackOff();
    private SeekableByteChannel channel;

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
                    channel.position(0);
                    return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
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
