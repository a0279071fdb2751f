package io.cgroups;

import org.jspecify.annotations.Nullable;

/**
 * The kernel does not accept the written value: {@code EINVAL}, {@code ERANGE}, {@code ENOSPC}, {@code EOPNOTSUPP},
 * {@code ENODEV}, and {@code EACCES} where it is certain that the value is the reason.
 */
public final class ValueRejectedException extends CgroupIoException {
    private static final long serialVersionUID = 1L;

    ValueRejectedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
