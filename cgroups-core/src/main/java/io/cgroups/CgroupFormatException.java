package io.cgroups;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A kernel file, or a text given to one of this library's parsers, is not in the format it should have.
 *
 * <p>Never answered by a default value: what could not be read is not known.
 */
public final class CgroupFormatException extends CgroupException {
    private static final long serialVersionUID = 1L;

    /**
     * A text that is not from a known file.
     *
     * @param what what the text should have been, for example {@code a list of ids such as 0-3,7}
     * @param text the text that could not be parsed
     * @param cause what a parser threw, or null
     */
    public CgroupFormatException(String what, String text, @Nullable Throwable cause) {
        super(failure(what, text), cause);
    }

    /**
     * A line of a file.
     *
     * @param file the file that was read
     * @param what what the text should have been
     * @param text the line, or the whole text, that could not be parsed
     * @param cause what a parser threw, or null
     */
    public CgroupFormatException(Path file, String what, String text, @Nullable Throwable cause) {
        super(failure(what, text).at(file), cause);
    }

    private static Failure failure(String what, String text) {
        return Failure.of("parse", "expected " + what).withData(text);
    }
}
