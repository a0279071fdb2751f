package io.cgroups;

import org.jspecify.annotations.Nullable;

/**
 * The kernel said no.
 *
 * <p>The sub-types sort the answers by what a caller may do about them; an answer that fits none of them (an I/O error,
 * too many open files) is this type itself.
 */
public sealed class CgroupIoException extends CgroupException
        permits CgroupNotFoundException,
                CgroupAccessException,
                CgroupBusyException,
                ProcessNotFoundException,
                ValueRejectedException {
    private static final long serialVersionUID = 1L;

    CgroupIoException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }

    /**
     * Makes the exception that fits the failure's error number.
     *
     * @param failure what went wrong
     * @param cause what the JDK threw, or null
     * @return {@link CgroupNotFoundException}, {@link CgroupAccessException}, {@link CgroupBusyException},
     *     {@link ProcessNotFoundException}, {@link ValueRejectedException}, or else a plain {@link CgroupIoException}
     */
    public static CgroupIoException of(Failure failure, @Nullable Throwable cause) {
        return switch (failure.errno().orElse(Errno.UNKNOWN)) {
            case ENOENT, ENODEV -> new CgroupNotFoundException(failure, cause);
            case EACCES, EPERM, EROFS -> new CgroupAccessException(failure, cause);
            case EBUSY, ENOTEMPTY -> new CgroupBusyException(failure, cause);
            case ESRCH -> new ProcessNotFoundException(failure, cause);
            case EINVAL, ERANGE, ENOSPC, EOPNOTSUPP ->
                failure.data().isPresent()
                        ? new ValueRejectedException(failure, cause)
                        : new CgroupIoException(failure, cause);
            default -> new CgroupIoException(failure, cause);
        };
    }

    /**
     * Makes a {@link ValueRejectedException} whatever the error number, for files that answer {@code ENODEV} or
     * {@code ENOENT} to a value although the group is there.
     *
     * @param failure what went wrong
     * @param cause what the JDK threw, or null
     * @return the exception
     */
    public static CgroupIoException rejected(Failure failure, @Nullable Throwable cause) {
        return new ValueRejectedException(failure, cause);
    }

    /**
     * Makes a {@link CgroupBusyException} without an error number, for what is refused because the kernel would make room by
     * force.
     *
     * @param failure what went wrong
     * @return the exception
     */
    public static CgroupIoException busy(Failure failure) {
        return new CgroupBusyException(failure, null);
    }

    /**
     * The same refusal with another hint, for a caller that knows more about the file.
     *
     * @param hint what it means and what to do about it
     * @return a new exception of the same kind, with this one's cause, suppressed exceptions and stack trace
     */
    public CgroupIoException withHint(String hint) {
        return this instanceof ValueRejectedException
                ? asRejected(hint)
                : like(of(failure().withHint(hint), getCause()));
    }

    /**
     * The same refusal as a {@link ValueRejectedException}, for a caller that knows that the value was the reason, as of
     * the {@code EACCES} of a cpuset that is to have more than the group above.
     *
     * @param hint what it means and what to do about it
     * @return a new exception with this one's cause, suppressed exceptions and stack trace
     */
    public CgroupIoException asRejected(String hint) {
        return like(rejected(failure().withHint(hint), getCause()));
    }

    private CgroupIoException like(CgroupIoException copy) {
        copy.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }
}
