package io.cgroups;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What went wrong, as data: the five things every {@link CgroupException} tells.
 *
 * <p>Immutable.
 *
 * @param operation what was tried, for example {@code write}
 * @param path the file or directory it was tried on, empty when there was none
 * @param data the text that was to be written, empty when nothing was to be written
 * @param errno the kernel's answer, empty when the kernel was not asked
 * @param hint what it means and what to do about it; empty text when nothing is known
 */
public record Failure(
        String operation, Optional<Path> path, Optional<String> data, Optional<Errno> errno, String hint) {

    /**
     * Checks that no part is null.
     *
     * @param operation see the record
     * @param path see the record
     * @param data see the record
     * @param errno see the record
     * @param hint see the record
     * @throws NullPointerException if a part is null
     */
    public Failure {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(errno, "errno");
        Objects.requireNonNull(hint, "hint");
    }

    /**
     * A failure without path, data and errno.
     *
     * @param operation what was tried
     * @param hint what it means and what to do about it
     * @return the failure
     */
    public static Failure of(String operation, String hint) {
        return new Failure(operation, Optional.empty(), Optional.empty(), Optional.empty(), hint);
    }

    /**
     * A refusal of the kernel, without data and hint.
     *
     * @param operation what was tried
     * @param path on which file or directory
     * @param errno the kernel's answer
     * @return the failure
     */
    public static Failure of(String operation, Path path, Errno errno) {
        return new Failure(operation, Optional.of(path), Optional.empty(), Optional.of(errno), "");
    }

    /**
     * The same failure at a path.
     *
     * @param path the file or directory
     * @return a copy with that path
     */
    public Failure at(Path path) {
        return new Failure(operation, Optional.of(path), data, errno, hint);
    }

    /**
     * The same failure with the text that was to be written.
     *
     * @param text the text
     * @return a copy with that text
     */
    public Failure withData(String text) {
        return new Failure(operation, path, Optional.of(text), errno, hint);
    }

    /**
     * The same failure with another hint.
     *
     * @param text what it means and what to do about it
     * @return a copy with that hint
     */
    public Failure withHint(String text) {
        return new Failure(operation, path, data, errno, text);
    }

    /**
     * The message of an exception: one line with everything that is known.
     *
     * @return for example {@code write /sys/fs/cgroup/cpu/box/cpu.shares <- "x": EINVAL (Invalid argument): hint}
     */
    public String message() {
        StringBuilder message = new StringBuilder(operation);
        path.ifPresent(where -> message.append(' ').append(where));
        data.ifPresent(text -> message.append(" <- \"").append(escaped(text)).append('"'));
        errno.ifPresent(error -> message.append(": ")
                .append(error)
                .append(" (")
                .append(error.text())
                .append(')'));
        return hint.isEmpty()
                ? message.toString()
                : message.append(": ").append(hint).toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    }
}
