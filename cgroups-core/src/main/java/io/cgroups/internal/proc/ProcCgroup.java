package io.cgroups.internal.proc;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of {@code /proc/PID/cgroup}: {@code id:controllers:path}. The path may itself hold colons.
 *
 * @param controllers the kernel's names; empty for the unified hierarchy
 * @param name the name of a named v1 hierarchy
 * @param path the group, from the root of the hierarchy as seen from the caller's cgroup namespace
 */
public record ProcCgroup(Set<String> controllers, Optional<String> name, String path) {
    private static final String NAME = "name=";
    private static final String DELETED = " (deleted)";

    /**
     * Parses the whole file.
     *
     * @param file where it was read, for the exception
     * @param text the text
     * @return a line per hierarchy
     */
    public static List<ProcCgroup> parseAll(Path file, String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> parse(file, line))
                .toList();
    }

    private static ProcCgroup parse(Path file, String line) {
        String[] fields = line.split(":", 3);
        if (fields.length < 3 || !fields[2].startsWith("/")) {
            throw new CgroupFormatException(file, "a line of id:controllers:path", line, null);
        }
        List<String> tokens = fields[1].isEmpty() ? List.of() : List.of(fields[1].split(","));
        Optional<String> name = tokens.stream()
                .filter(token -> token.startsWith(NAME))
                .map(token -> token.substring(NAME.length()))
                .findFirst();
        Set<String> controllers =
                tokens.stream().filter(token -> !token.startsWith(NAME)).collect(Collectors.toUnmodifiableSet());
        String path =
                fields[2].endsWith(DELETED) ? fields[2].substring(0, fields[2].length() - DELETED.length()) : fields[2];
        return new ProcCgroup(controllers, name, path);
    }

    /**
     * Whether this is the line of the unified hierarchy.
     *
     * @return true for {@code 0::/path}
     */
    public boolean isUnified() {
        return controllers.isEmpty() && name.isEmpty();
    }
}
