package io.cgroups.internal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.file.Path;

/** The system call {@code bpf(2)}, which the C library has no function for, and what it needs of files. */
final class BpfSystemCall {
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;

    /** After so many the kernel does not mean to let this process have its way. */
    private static final int MOST_TRIES = 20;

    private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;

    private static final LibC LIBC = Native.load("c", LibC.class);

    private BpfSystemCall() {}

    /** The part of libc that is needed. */
    public interface LibC extends Library {
        /**
         * See syscall(2).
         *
         * @param number which system call
         * @param command what to do
         * @param attributes what with
         * @param size the bytes of the attributes
         * @return a file descriptor, or 0
         * @throws LastErrorException if the kernel refuses
         */
        NativeLong syscall(NativeLong number, int command, Pointer attributes, int size) throws LastErrorException;

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
         * See close(2).
         *
         * @param descriptor the file descriptor
         * @return 0
         * @throws LastErrorException if the kernel refuses
         */
        int close(int descriptor) throws LastErrorException;
    }

    /** Makes the call; it is made again when a signal came in between. */
    static int call(BpfCommand command, Memory attributes) {
        for (int i = 1; ; i++) {
            try {
                return LIBC.syscall(number(), command.number(), attributes, (int) attributes.size())
                        .intValue();
            } catch (LastErrorException e) {
                boolean again = e.getErrorCode() == EAGAIN || e.getErrorCode() == EINTR;
                if (!again || i == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    static int open(Path directory) {
        return LIBC.open(directory.toString(), READ_ONLY_CLOSE_ON_EXEC);
    }

    static void close(int descriptor) {
        LIBC.close(descriptor);
    }

    private static NativeLong number() {
        return new NativeLong(number(System.getProperty("os.arch")));
    }

    /** Newer architectures share their numbers. */
    static int number(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> 321;
            case "x86", "i386" -> 357;
            case "arm" -> 386;
            case "ppc64", "ppc64le" -> 361;
            case "s390x" -> 351;
            default -> 280;
        };
    }
}
