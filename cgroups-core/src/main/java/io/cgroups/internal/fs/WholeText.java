package io.cgroups.internal.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads the whole text of an open control file, with one call to the kernel in most cases. Not safe for many threads. */
final class WholeText {
    private int expected = 512;

    /**
     * The kernel makes the text of a control file anew at each read from the beginning, and gives all of it: room that is left
     * over says that there is no more. Not so for lists of members, which it gives in parts.
     */
    String read(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(expected);
        while (file.read(bytes, bytes.position()) > 0 && !bytes.hasRemaining()) {
            expected = 2 * bytes.capacity();
            bytes = ByteBuffer.allocate(expected).put(bytes.flip());
        }
        return new String(bytes.array(), 0, bytes.position(), UTF_8);
    }

    /** The same for every kind of file, which takes one more call. */
    static String readToTheEnd(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1024);
        while (file.read(bytes) >= 0) {
            if (!bytes.hasRemaining()) {
                bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
            }
        }
        return new String(bytes.array(), 0, bytes.position(), UTF_8);
    }
}
