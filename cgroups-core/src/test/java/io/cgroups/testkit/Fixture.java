package io.cgroups.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The control files of one group of a real kernel, as {@code capture-fixtures} recorded them. */
record Fixture(Map<String, String> files) {
    private static final String HEAD = "--- ";

    static Fixture of(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/io/cgroups/fixtures/" + name)) {
            return parse(new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture parse(String text) {
        Map<String, String> files = new TreeMap<>();
        String current = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(HEAD)) {
                current = line.substring(HEAD.length(), line.lastIndexOf(' '));
                files.put(current, "");
            } else {
                files.merge(current, line + "\n", String::concat);
            }
        }
        files.replaceAll((file, content) -> content.strip());
        return new Fixture(files);
    }

    Set<String> names() {
        return files.keySet();
    }
}
