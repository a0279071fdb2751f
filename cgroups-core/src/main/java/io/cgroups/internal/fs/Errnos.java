package io.cgroups.internal.fs;

import io.cgroups.Errno;
import io.cgroups.internal.linux.SystemErrors;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Finds the error number behind an exception of the JDK, which keeps only the words of {@code strerror(3)}. */
final class Errnos {
    private static final String AFTER_NAME = "': ";

    private Errnos() {}

    static Errno of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return Errno.ENOENT;
        }
        if (e instanceof AccessDeniedException) {
            return Errno.EACCES;
        }
        if (e instanceof FileAlreadyExistsException) {
            return Errno.EEXIST;
        }
        if (e instanceof DirectoryNotEmptyException) {
            return Errno.ENOTEMPTY;
        }
        if (e instanceof NotDirectoryException) {
            return Errno.ENOTDIR;
        }
        String text = e instanceof FileSystemException fs ? fs.getReason() : e.getMessage();
        return text == null ? Errno.UNKNOWN : ofText(text);
    }

    private static Errno ofText(String reason) {
        // Of an extended attribute the JDK says first what it did with it: Error reading extended attribute 'x': ...
        String text = reason.substring(
                reason.lastIndexOf(AFTER_NAME) < 0 ? 0 : reason.lastIndexOf(AFTER_NAME) + AFTER_NAME.length());
        // The JDK adds to ELOOP which of its options was the cause.
        if (text.startsWith(Errno.ELOOP.text())) {
            return Errno.ELOOP;
        }
        Optional<Errno> english = Errno.ofText(text);
        // Under another locale the words are translated; only then is the C library asked for its own table.
        return english.orElseGet(() -> SystemErrors.find(text));
    }
}
