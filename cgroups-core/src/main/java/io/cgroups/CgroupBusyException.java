package io.cgroups;

import org.jspecify.annotations.Nullable;

/** The kernel holds on to it: {@code EBUSY}, because of members, children or memory in use. */
public final class CgroupBusyException extends CgroupIoException {
    private static final long serialVersionUID = 1L;

    CgroupBusyException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
