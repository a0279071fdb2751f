package io.cgroups;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The error numbers that files of a control group answer with, under the names of {@code errno(3)}.
 *
 * <p>Numbers are those of Linux on every architecture the JDK runs on (they differ only on architectures such as MIPS
 * for some values above 34, none of which the JDK supports).
 */
public enum Errno {
    /** Operation not permitted. */
    EPERM(1, "Operation not permitted"),
    /** No such file or directory: the group or the control file does not exist. */
    ENOENT(2, "No such file or directory"),
    /** No such process: the pid or tid is not, or no longer, alive. */
    ESRCH(3, "No such process"),
    /** Interrupted system call. */
    EINTR(4, "Interrupted system call"),
    /** Input/output error. */
    EIO(5, "Input/output error"),
    /** Argument list too long. */
    E2BIG(7, "Argument list too long"),
    /** Bad file descriptor. */
    EBADF(9, "Bad file descriptor"),
    /** Resource temporarily unavailable. */
    EAGAIN(11, "Resource temporarily unavailable"),
    /** Cannot allocate memory. */
    ENOMEM(12, "Cannot allocate memory"),
    /** Permission denied. */
    EACCES(13, "Permission denied"),
    /** Device or resource busy: members, children, or memory in use. */
    EBUSY(16, "Device or resource busy"),
    /** File exists. */
    EEXIST(17, "File exists"),
    /** No such device: the group was removed while one of its files was open, or an unknown block device. */
    ENODEV(19, "No such device"),
    /** Not a directory. */
    ENOTDIR(20, "Not a directory"),
    /** Is a directory. */
    EISDIR(21, "Is a directory"),
    /** Invalid argument: the kernel does not accept this text in this file now. */
    EINVAL(22, "Invalid argument"),
    /** Too many open files in system. */
    ENFILE(23, "Too many open files in system"),
    /** Too many open files in this process. */
    EMFILE(24, "Too many open files"),
    /** No space left on device: for a cpuset, it has no CPUs or no memory nodes. */
    ENOSPC(28, "No space left on device"),
    /** Read-only file system. */
    EROFS(30, "Read-only file system"),
    /** Numerical result out of range. */
    ERANGE(34, "Numerical result out of range"),
    /** File name too long. */
    ENAMETOOLONG(36, "File name too long"),
    /** Function not implemented: the kernel was built without the system call. */
    ENOSYS(38, "Function not implemented"),
    /** Directory not empty. */
    ENOTEMPTY(39, "Directory not empty"),
    /** Too many levels of symbolic links: a link stood where none may stand. */
    ELOOP(40, "Too many levels of symbolic links"),
    /** No data available: there is no such attribute. */
    ENODATA(61, "No data available"),
    /** Value too large for defined data type. */
    EOVERFLOW(75, "Value too large for defined data type"),
    /** Operation not supported. */
    EOPNOTSUPP(95, "Operation not supported"),
    /** An error this list does not name; {@link CgroupException#getCause()} has the words of the system. */
    UNKNOWN(0, "Unknown error");

    private final int number;
    private final String text;

    Errno(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /**
     * Returns the number, as in {@code <errno.h>}.
     *
     * @return the number, 0 for {@link #UNKNOWN}
     */
    public int number() {
        return number;
    }

    /**
     * Returns what {@code strerror(3)} says in the C locale.
     *
     * @return the English text
     */
    public String text() {
        return text;
    }

    /**
     * Finds the constant for a number.
     *
     * @param number as in {@code <errno.h>}
     * @return the constant, {@link #UNKNOWN} when this list does not name it
     */
    public static Errno of(int number) {
        return find(errno -> errno.number == number).orElse(UNKNOWN);
    }

    /**
     * Finds the constant for a text of {@code strerror(3)} in the C locale.
     *
     * @param text as the system said it
     * @return the constant, empty when no constant has this text
     */
    public static Optional<Errno> ofText(String text) {
        return find(errno -> errno.text.equals(text));
    }

    private static Optional<Errno> find(Predicate<Errno> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }
}
