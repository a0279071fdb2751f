package io.cgroups.testkit;

import io.cgroups.Errno;

/** How a part of the in-memory kernel says no; the gate turns it into the exception a caller sees. */
final class KernelRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Errno errno;
    private final String words;

    KernelRefusal(Errno errno) {
        this(errno, "");
    }

    /** A refusal that the kernel gives words to, as its verifier does. */
    KernelRefusal(Errno errno, String words) {
        super(errno.text(), null, false, false);
        this.errno = errno;
        this.words = words;
    }

    Errno errno() {
        return errno;
    }

    String words() {
        return words;
    }
}
