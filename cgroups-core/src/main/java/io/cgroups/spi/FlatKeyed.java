package io.cgroups.spi;

import com.google.common.collect.ImmutableMap;
import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A file of {@code key value} lines, such as {@code cpu.stat} and {@code memory.stat}.
 *
 * <p>Lines are found by their key: kernels add lines, leave some out and change their order. Immutable.
 */
public final class FlatKeyed {
    private final Path file;
    private final ImmutableMap<String, Long> values;

    private FlatKeyed(Path file, ImmutableMap<String, Long> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Parses the text of such a file.
     *
     * @param file where it was read, for the exceptions
     * @param text lines of a key, a space and a number; may be empty
     * @return the values by key
     * @throws CgroupFormatException if a line has another format
     */
    public static FlatKeyed parse(Path file, String text) {
        ImmutableMap.Builder<String, Long> values = ImmutableMap.builder();
        // Line by line without making a text of each: watchers of many groups read nothing as often as such files.
        for (int start = 0; start < text.length(); ) {
            int end = KernelWords.lineEnd(text, start);
            int space = text.indexOf(' ', start);
            if (space > start && space < end) {
                values.put(text.substring(start, space), KernelNumbers.parseCounter(file, text, space + 1, end));
            } else if (!text.substring(start, end).isBlank()) {
                throw new CgroupFormatException(file, "a line of a key and a number", text.substring(start, end), null);
            }
            start = end + 1;
        }
        return new FlatKeyed(file, values.buildKeepingLast());
    }

    /**
     * A value every kernel has.
     *
     * @param key the key
     * @return the value, 0 or more
     * @throws CgroupFormatException if there is no such line
     */
    public long require(String key) {
        Long value = values.get(key);
        if (value == null) {
            throw new CgroupFormatException(
                    file, "a line with the key " + key, String.join(", ", values.keySet()), null);
        }
        return value;
    }

    /**
     * A value not every kernel has.
     *
     * @param key the key
     * @return the value, 0 or more; empty when there is no such line, which is not the same as 0
     */
    public OptionalLong find(String key) {
        Long value = values.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /**
     * All values, those with keys this library has no name for included.
     *
     * @return an immutable map in the order of the file
     */
    public Map<String, Long> all() {
        return values;
    }
}
