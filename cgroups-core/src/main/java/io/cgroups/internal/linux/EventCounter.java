package io.cgroups.internal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import io.cgroups.Errno;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A number that the kernel or a thread adds to, and that can be waited at while it is not zero; see eventfd(2). */
public final class EventCounter implements AutoCloseable {
    private final int descriptor;
    private boolean isClosed;

    private EventCounter(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Makes a counter that is zero.
     *
     * @return the counter
     * @throws IOException if the kernel refuses, with the words of the error number
     * @throws LinkageError if there is no way into the C library, as without JNA's native part
     */
    public static EventCounter open() throws IOException {
        try {
            return new EventCounter(EventCalls.eventfd(0, EventCalls.CLOSE_ON_EXEC | EventCalls.NON_BLOCKING));
        } catch (LastErrorException e) {
            throw EventCalls.words(e);
        }
    }

    /**
     * The number that the kernel knows it by.
     *
     * @return the file descriptor
     */
    public int descriptor() {
        return descriptor;
    }

    /**
     * Takes everything.
     *
     * @return what was counted since the last time, zero when nothing was or it is closed
     */
    public synchronized long take() {
        byte[] number = new byte[Long.BYTES];
        return call(() -> EventCalls.read(descriptor, number, new NativeLong(Long.BYTES)))
                ? ByteBuffer.wrap(number).order(ByteOrder.nativeOrder()).getLong()
                : 0;
    }

    /** Adds one, unless it is closed. */
    public synchronized void add() {
        byte[] one = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(1)
                .array();
        call(() -> EventCalls.write(descriptor, one, new NativeLong(Long.BYTES)));
    }

    private boolean call(Runnable call) {
        try {
            if (!isClosed) {
                call.run();
            }
            return !isClosed;
        } catch (LastErrorException e) {
            // There is nothing to take, or nothing can be added any more because so much is there: no other is
            // possible.
            if (Errno.of(e.getErrorCode()) == Errno.EAGAIN) {
                return false;
            }
            throw e;
        }
    }

    /** Closes it, once. */
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            EventCalls.closeQuietly(descriptor);
        }
    }
}
