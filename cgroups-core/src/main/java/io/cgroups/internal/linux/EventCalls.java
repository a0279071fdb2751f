package io.cgroups.internal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import io.cgroups.Errno;
import java.io.IOException;

/** The part of libc that waiting for many files needs, called directly because it is called often. It is loaded with this class. */
final class EventCalls {
    static final int READ_ONLY = 0;
    static final int WRITE_ONLY = 1;
    static final int READ_WRITE = 2;
    static final int CLOSE_ON_EXEC = 0x80000;
    static final int NON_BLOCKING = 0x800;

    static {
        Native.register(EventCalls.class, "c");
    }

    private EventCalls() {}

    /** See open(2). */
    static native int open(String path, int flags) throws LastErrorException;

    /** See close(2). */
    static native int close(int descriptor) throws LastErrorException;

    /** See read(2). */
    static native NativeLong read(int descriptor, byte[] buffer, NativeLong size) throws LastErrorException;

    /** See pread(2). */
    static native NativeLong pread(int descriptor, Pointer buffer, NativeLong size, NativeLong offset)
            throws LastErrorException;

    /** See write(2). */
    static native NativeLong write(int descriptor, byte[] bytes, NativeLong size) throws LastErrorException;

    /** See poll(2). */
    static native int poll(Pointer descriptors, NativeLong count, int milliseconds) throws LastErrorException;

    /** See eventfd(2). */
    static native int eventfd(int initial, int flags) throws LastErrorException;

    /** See epoll_create1(2). */
    static native int epoll_create1(int flags) throws LastErrorException;

    /** See epoll_ctl(2). */
    static native int epoll_ctl(int queue, int operation, int descriptor, Pointer event) throws LastErrorException;

    /** See epoll_wait(2). */
    static native int epoll_wait(int queue, Pointer events, int most, int milliseconds) throws LastErrorException;

    /** The kernel's answer, in the words that the JDK uses. */
    static IOException words(LastErrorException e) {
        return new IOException(Errno.of(e.getErrorCode()).text(), e);
    }

    /** Closes a descriptor through which nothing was written that could be lost; it is free in any case. */
    static void closeQuietly(int descriptor) {
        try {
            close(descriptor);
        } catch (LastErrorException e) {
            return;
        }
    }
}
