package io.cgroups;

import org.jspecify.annotations.Nullable;

/** The group or one of its files is not there, or no longer: {@code ENOENT} or {@code ENODEV}. */
public final class CgroupNotFoundException extends CgroupIoException {
    private static final long serialVersionUID = 1L;

    CgroupNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
