package io.cgroups;

import org.jspecify.annotations.Nullable;

/** The process or thread is not, or no longer, alive: {@code ESRCH}. */
public final class ProcessNotFoundException extends CgroupIoException {
    private static final long serialVersionUID = 1L;

    ProcessNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
