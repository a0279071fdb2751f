package io.cgroups.spi;

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
        for (int start = 0; start < text.length(); ) {
            int end = KernelWords.lineEnd(text, start);
            addLine(values, file, text, start, end);
            start = end + 1;
        }
        values.replaceAll((key, inner) -> Collections.unmodifiableMap(inner));
        return new NestedKeyed(values);
    }

    private static void addLine(Map<String, Map<String, String>> values, Path file, String text, int start, int end) {
        @Nullable Map<String, String> current = null;
        for (int from = KernelWords.begin(text, start, end); from < end; ) {
            int to = KernelWords.end(text, from, end);
            int sign = text.indexOf('=', from);
            if (sign < 0 || sign >= to) {
                current = values.computeIfAbsent(text.substring(from, to), key -> new LinkedHashMap<>());
            } else if (sign == from || current == null) {
                throw new CgroupFormatException(
                        file, "a line of a key and name=value pairs", text.substring(start, end), null);
            } else {
                current.put(text.substring(from, sign), text.substring(sign + 1, to));
            }
            from = KernelWords.begin(text, to, end);
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
