package io.cgroups.testkit;

import io.cgroups.Errno;

/** How a part of the in-memory kernel says no; the gate turns it into the exception a caller sees. */
final class KernelRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Errno errno;

    KernelRefusal(Errno errno) {
        super(errno.text(), null, false, false);
        this.errno = errno;
    }

    Errno errno() {
        return errno;
    }
}
