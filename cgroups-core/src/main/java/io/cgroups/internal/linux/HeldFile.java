package io.cgroups.internal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A control file that is held open by a descriptor which can be waited at. Each read makes the kernel remember what this
 * descriptor has seen. Safe for use by many threads; an interrupt means nothing to it. The C library is loaded with the first
 * one.
 */
public final class HeldFile implements AutoCloseable {
    private static final int SIZE = 1024;

    /** The kernel gives less than it is asked for at the end only, or where the next line, which is short, does not fit. */
    private static final int END = SIZE / 2;

    private static final NativeLong WHOLE = new NativeLong(SIZE);
    private static final NativeLong ONE = new NativeLong(1);
    private static final NativeLong BEGINNING = new NativeLong(0);

    private final Memory buffer = new Memory(SIZE);
    private final int descriptor;
    private boolean isClosed;

    private HeldFile(Path file, int mode) throws IOException {
        try {
            this.descriptor = EventCalls.open(file.toString(), mode | EventCalls.CLOSE_ON_EXEC);
        } catch (LastErrorException e) {
            throw EventCalls.words(e);
        }
    }

    /**
     * Opens a file to be read.
     *
     * @param file its path
     * @return the open file
     * @throws IOException if the kernel refuses, with the words of the error number
     * @throws LinkageError if there is no way into the C library, as without JNA's native part
     */
    public static HeldFile open(Path file) throws IOException {
        return new HeldFile(file, EventCalls.READ_ONLY);
    }

    /**
     * Opens a file to be read and written.
     *
     * @param file its path
     * @return the open file
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public static HeldFile openBoth(Path file) throws IOException {
        return new HeldFile(file, EventCalls.READ_WRITE);
    }

    /**
     * Opens a file to be written.
     *
     * @param file its path
     * @return the open file
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public static HeldFile openToWrite(Path file) throws IOException {
        return new HeldFile(file, EventCalls.WRITE_ONLY);
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
     * Reads the file from its beginning.
     *
     * @return its text
     * @throws IOException if the kernel refuses, with the words of the error number
     * @throws IllegalStateException if it is closed
     */
    public synchronized String read() throws IOException {
        int size = readAt(BEGINNING, WHOLE);
        byte[] bytes = buffer.getByteArray(0, size);
        return size < END ? new String(bytes, UTF_8) : readOn(bytes);
    }

    private String readOn(byte[] begin) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(begin);
        for (int size = begin.length; size > 0; ) {
            size = readAt(new NativeLong(all.size()), WHOLE);
            all.writeBytes(buffer.getByteArray(0, size));
        }
        return all.toString(UTF_8);
    }

    /**
     * Has the kernel make the text and looks at none of it, to see that it is still there.
     *
     * @throws IOException if the kernel refuses, with the words of the error number
     * @throws IllegalStateException if it is closed
     */
    public synchronized void check() throws IOException {
        readAt(BEGINNING, ONE);
    }

    private int readAt(NativeLong offset, NativeLong size) throws IOException {
        requireOpen();
        try {
            return EventCalls.pread(descriptor, buffer, size, offset).intValue();
        } catch (LastErrorException e) {
            throw EventCalls.words(e);
        }
    }

    /**
     * Writes a text in one call; it is not written again when a signal came in between.
     *
     * @param text at least one character
     * @throws IOException if the kernel refuses, with the words of the error number
     * @throws IllegalStateException if it is closed
     */
    public synchronized void write(String text) throws IOException {
        requireOpen();
        byte[] bytes = text.getBytes(UTF_8);
        try {
            EventCalls.write(descriptor, bytes, new NativeLong(bytes.length));
        } catch (LastErrorException e) {
            throw EventCalls.words(e);
        }
    }

    private void requireOpen() {
        // The number may belong to somebody else by now.
        if (isClosed) {
            throw new IllegalStateException("it is closed");
        }
    }

    /** Closes it, once. */
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            EventCalls.closeQuietly(descriptor);
            buffer.close();
        }
    }
}
