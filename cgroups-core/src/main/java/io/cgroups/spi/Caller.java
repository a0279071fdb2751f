package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The user this JVM runs as, as commands name it. Immutable.
 *
 * @param name the name, or the number where there is none; in a user namespace the number outside of it
 * @param rootIs who has to run a command that needs root, for example {@code as root}
 */
public record Caller(String name, String rootIs) {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final String UID = "Uid:";
    private static final String UNKNOWN = "USER";

    /**
     * Finds out who it is.
     *
     * @param files the gate
     * @return the caller
     */
    public static Caller of(KernelFiles files) {
        Optional<Long> uid = read(files, "self/status").flatMap(Caller::uid);
        Optional<Long> outside =
                uid.flatMap(number -> read(files, "self/uid_map").flatMap(map -> outside(map, number)));
        if (outside.isPresent() && !outside.equals(uid)) {
            return new Caller(Long.toString(outside.get()), "as root outside of this user namespace");
        }
        String name = System.getProperty("user.name", "");
        return new Caller(
                PLAIN_NAME.matcher(name).matches()
                        ? name
                        : uid.map(String::valueOf).orElse(UNKNOWN),
                "as root");
    }

    private static Optional<String> read(KernelFiles files, String file) {
        Path path = files.proc().resolve(file);
        try {
            return Optional.of(files.read(path));
        } catch (CgroupIoException e) {
            // Without it there is the name that the JVM knows.
            return Optional.empty();
        }
    }

    /** The second number of four: the effective one. */
    private static Optional<Long> uid(String status) {
        return status.lines()
                .filter(line -> line.startsWith(UID))
                .map(line -> Long.parseLong(List.of(line.split("\\s+")).get(2)))
                .findFirst();
    }

    /** The lines are first number here, first number outside, how many. */
    private static Optional<Long> outside(String map, long uid) {
        return map.lines()
                .map(line -> List.of(line.strip().split("\\s+")))
                .map(fields -> fields.stream().map(Long::parseLong).toList())
                .filter(range -> uid >= range.get(0) && uid < range.get(0) + range.get(2))
                .map(range -> range.get(1) + uid - range.get(0))
                .findFirst();
    }
}
