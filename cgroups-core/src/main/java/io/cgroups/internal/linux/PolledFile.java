package io.cgroups.internal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import io.cgroups.Errno;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A control file whose changes the kernel tells of, held open by a descriptor that can be waited at. Each read makes the
 * kernel remember what this descriptor has seen; from the next change on a wait ends at once. The C library is loaded with
 * this class.
 */
public final class PolledFile implements AutoCloseable {
    private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;
    private static final int PAGE = 4096;
    private static final short CHANGED = 2;
    private static final int REQUESTED_OFFSET = 4;
    private static final int ANSWERED_OFFSET = 6;

    private static final LibC LIBC = Native.load("c", LibC.class);

    private final int descriptor;

    /** The part of libc that is needed. */
    public interface LibC extends Library {
        /**
         * See open(2).
         *
         * @param path the file
         * @param flags how
         * @return a file descriptor
         * @throws LastErrorException if the kernel refuses
         */
        int open(String path, int flags) throws LastErrorException;

        /**
         * See pread(2).
         *
         * @param descriptor the file descriptor
         * @param buffer gets the bytes
         * @param size how many at the most
         * @param offset from where on
         * @return how many
         * @throws LastErrorException if the kernel refuses
         */
        NativeLong pread(int descriptor, byte[] buffer, NativeLong size, NativeLong offset) throws LastErrorException;

        /**
         * See poll(2).
         *
         * @param descriptors what is waited at
         * @param count how many these are
         * @param milliseconds how long at the most
         * @return how many have something to tell
         * @throws LastErrorException if the kernel refuses
         */
        int poll(Pointer descriptors, NativeLong count, int milliseconds) throws LastErrorException;

        /**
         * See close(2).
         *
         * @param descriptor the file descriptor
         * @return 0
         * @throws LastErrorException if the kernel refuses
         */
        int close(int descriptor) throws LastErrorException;
    }

    private PolledFile(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Opens a control file.
     *
     * @param file its path
     * @return the open file
     * @throws IOException if the kernel refuses, with the words of the error number
     * @throws LinkageError if there is no way into the C library, as without JNA's native part
     */
    public static PolledFile open(Path file) throws IOException {
        try {
            return new PolledFile(LIBC.open(file.toString(), READ_ONLY_CLOSE_ON_EXEC));
        } catch (LastErrorException e) {
            throw words(e);
        }
    }

    /**
     * Reads the file from its beginning.
     *
     * @return its text
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public String read() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] page = new byte[PAGE];
        try {
            for (int size = read(page, 0); size > 0; size = read(page, all.size())) {
                all.write(page, 0, size);
            }
        } catch (LastErrorException e) {
            throw words(e);
        }
        return all.toString(UTF_8);
    }

    private int read(byte[] page, int offset) {
        return LIBC.pread(descriptor, page, new NativeLong(page.length), new NativeLong(offset))
                .intValue();
    }

    /**
     * Waits until the file has changed since it was read last.
     *
     * @param limit how long at the most; parts of a millisecond count as a whole one
     * @return false when it did not; also when a signal came
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public boolean await(Duration limit) throws IOException {
        long milliseconds = limit.plusNanos(999_999).toMillis();
        try (Memory waiting = new Memory(Long.BYTES)) {
            waiting.setInt(0, descriptor);
            waiting.setShort(REQUESTED_OFFSET, CHANGED);
            waiting.setShort(ANSWERED_OFFSET, (short) 0);
            return LIBC.poll(waiting, new NativeLong(1), (int) Math.min(Integer.MAX_VALUE, milliseconds)) > 0;
        } catch (LastErrorException e) {
            if (Errno.of(e.getErrorCode()) == Errno.EINTR) {
                return false;
            }
            throw words(e);
        }
    }

    @Override
    public void close() {
        try {
            LIBC.close(descriptor);
        } catch (LastErrorException e) {
            // Nothing was written, so nothing is lost; the descriptor is free in any case.
            return;
        }
    }

    private static IOException words(LastErrorException e) {
        return new IOException(Errno.of(e.getErrorCode()).text(), e);
    }
}
