package io.cgroups.internal.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.CgroupIoException;
import io.cgroups.spi.BackOff;
import io.cgroups.spi.KernelWatch;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    private final BackOff pauses = new BackOff();
    private FileChannel channel;
    private int expected = 512;

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
                    return text();
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

    /**
     * One call to the kernel in most cases: it makes the text of a control file anew at each read from the beginning, and gives
     * all of it, so that room which is left over says that there is no more.
     */
    private String text() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(expected);
        while (channel.read(bytes, bytes.position()) > 0 && !bytes.hasRemaining()) {
            expected = 2 * bytes.capacity();
            bytes = ByteBuffer.allocate(expected).put(bytes.flip());
        }
        return new String(bytes.array(), 0, bytes.position(), UTF_8);
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
