package io.cgroups;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that can go wrong at run time in this library.
 *
 * <p>Unchecked, because most callers cannot mend a refused kernel write; sealed, so that a caller who can has the whole
 * list. Each exception carries the operation, the path, the data that was to be written, the error number and a hint.
 * Mistakes in the program (a null, a value out of range, an unusable name) are no such exceptions: they are
 * {@link NullPointerException}, {@link InvalidValueException} and {@link InvalidNameException}, thrown before any file is
 * opened.
 */
public abstract sealed class CgroupException extends RuntimeException
        permits CgroupIoException,
                ControllerUnavailableException,
                UnsupportedSettingException,
                CgroupFormatException,
                CgroupTimeoutException,
                CgroupsUnavailableException,
                SystemdException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    CgroupException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    CgroupException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /**
     * Everything that is known, as data.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }

    /**
     * What was tried.
     *
     * @return for example {@code write}
     */
    public String operation() {
        return failure.operation();
    }

    /**
     * Where it was tried.
     *
     * @return the file or directory, empty when there was none
     */
    public Optional<Path> path() {
        return failure.path();
    }

    /**
     * What was to be written.
     *
     * @return the text, empty when nothing was to be written
     */
    public Optional<String> data() {
        return failure.data();
    }

    /**
     * What the kernel answered.
     *
     * @return the error number, empty when the kernel was not asked
     */
    public Optional<Errno> errno() {
        return failure.errno();
    }

    /**
     * What it means and what to do about it.
     *
     * @return one or more sentences, empty text when nothing is known
     */
    public String hint() {
        return failure.hint();
    }
}
