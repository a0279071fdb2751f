package io.cgroups.internal.linux;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.cgroups.Errno;
import java.util.stream.IntStream;

/** The C library's own words for its error numbers, in the language of the process. */
public final class SystemErrors {
    private static final int LAST_ERRNO = 133;

    private SystemErrors() {}

    /** The part of libc that is needed. */
    public interface LibC extends Library {
        /**
         * See strerror(3).
         *
         * @param errno the number
         * @return the words
         */
        String strerror(int errno);
    }

    /**
     * Finds the number for words.
     *
     * @param text what the C library said
     * @return the number's constant, {@link Errno#UNKNOWN} when the words are not the C library's or it cannot be asked
     */
    public static Errno find(String text) {
        try {
            LibC libc = Native.load("c", LibC.class);
            return IntStream.rangeClosed(1, LAST_ERRNO)
                    .filter(number -> text.equals(libc.strerror(number)))
                    .mapToObj(Errno::of)
                    .findFirst()
                    .orElse(Errno.UNKNOWN);
        } catch (LinkageError e) {
            // Without JNA's native part the kernel's answer is still reported, in words only.
            return Errno.UNKNOWN;
        }
    }
}
