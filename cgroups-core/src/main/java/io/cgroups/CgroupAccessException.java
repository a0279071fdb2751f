package io.cgroups;

import org.jspecify.annotations.Nullable;

/** The caller may not do this here: {@code EACCES}, {@code EPERM} or {@code EROFS}; the hint says what would help. */
public final class CgroupAccessException extends CgroupIoException {
    private static final long serialVersionUID = 1L;

    CgroupAccessException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
