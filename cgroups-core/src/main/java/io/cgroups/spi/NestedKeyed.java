package io.cgroups.spi;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code key name=value name=value} lines, such as {@code rdma.max} and {@code io.stat}.
 *
 * <p>Keys and names are kept, known or not, and values are texts, since some are {@code max}. Some kernels leave out the
 * values of a key, and with them the line feed, so that keys follow each other on one line. Immutable.
 */
public final class NestedKeyed {
    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

    private final Map<String, Map<String, String>> values;

    private NestedKeyed(Map<String, Map<String, String>> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Parses the text of such a file.
     *
     * @param file where it was read, for the exceptions
     * @param text lines of a key and names with values; may be empty
     * @return the values by key and name; when a key is there twice, the names of both, and the later value of each
     * @throws CgroupFormatException if a line has values and no key, or a value has no name
     */
    public static NestedKeyed parse(Path file, String text) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> addLine(values, file, line));
        values.replaceAll((key, inner) -> Collections.unmodifiableMap(inner));
        return new NestedKeyed(values);
    }

    private static void addLine(Map<String, Map<String, String>> values, Path file, String line) {
        @Nullable Map<String, String> current = null;
        for (String word : WORDS.split(line)) {
            int sign = word.indexOf('=');
            if (sign < 0) {
                current = values.computeIfAbsent(word, key -> new LinkedHashMap<>());
            } else if (sign == 0 || current == null) {
                throw new CgroupFormatException(file, "a line of a key and name=value pairs", line, null);
            } else {
                current.put(word.substring(0, sign), word.substring(sign + 1));
            }
        }
    }

    /**
     * The values of a key.
     *
     * @param key for example the name of a device
     * @return an immutable map from names to values in the order of the file, empty when the line has none; nothing when
     *     there is no such key
     */
    public Optional<Map<String, String>> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * All values.
     *
     * @return an immutable map from keys to values in the order of the file
     */
    public Map<String, Map<String, String>> all() {
        return values;
    }
}
