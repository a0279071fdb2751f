package io.cgroups;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is in the way ({@code EBUSY}): members, groups below or memory in use, processes where the unified hierarchy takes none,
 * or an owner that lives.
 */
public final class CgroupBusyException extends CgroupIoException {
    private static final long serialVersionUID = 1L;

    CgroupBusyException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
