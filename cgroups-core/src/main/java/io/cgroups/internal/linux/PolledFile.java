package io.cgroups.internal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import io.cgroups.Errno;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A control file whose changes the kernel tells of, held open by a descriptor that one thread waits at. Each read makes the
 * kernel remember what this descriptor has seen; from the next change on a wait ends at once. The C library is loaded with
 * the first one.
 */
public final class PolledFile implements AutoCloseable {
    private static final short CHANGED = 2;
    private static final int REQUESTED_OFFSET = 4;
    private static final int ANSWERED_OFFSET = 6;

    private final HeldFile file;

    private PolledFile(HeldFile file) {
        this.file = file;
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
        return new PolledFile(HeldFile.open(file));
    }

    /**
     * Reads the file from its beginning.
     *
     * @return its text
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public String read() throws IOException {
        return file.read();
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
            waiting.setInt(0, file.descriptor());
            waiting.setShort(REQUESTED_OFFSET, CHANGED);
            waiting.setShort(ANSWERED_OFFSET, (short) 0);
            return EventCalls.poll(waiting, new NativeLong(1), (int) Math.min(Integer.MAX_VALUE, milliseconds)) > 0;
        } catch (LastErrorException e) {
            if (Errno.of(e.getErrorCode()) == Errno.EINTR) {
                return false;
            }
            throw EventCalls.words(e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
