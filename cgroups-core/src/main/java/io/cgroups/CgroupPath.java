package io.cgroups;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a group below a starting point: one or more parts, or none for the starting point itself.
 *
 * <p>An identifier, not a handle: nothing is opened. A part is 1 to 255 bytes of UTF-8, is not {@code .} or {@code ..},
 * has no NUL, line feed or {@code /}, and cannot be taken for a control file (see {@link #of(String)}). Immutable.
 */
public final class CgroupPath implements Comparable<CgroupPath> {
    /** The starting point itself, a path of no parts. */
    public static final CgroupPath ROOT = new CgroupPath(List.of());

    private static final int MAX_PART_BYTES = 255;
    private static final int MAX_BYTES = 4095;
    private static final Set<String> CORE_FILES = Set.of("tasks", "notify_on_release", "release_agent");
    private static final Set<String> FILE_PREFIXES = Stream.concat(
                    Stream.of("cgroup", "irq", "debug", "dmem"),
                    Arrays.stream(Controller.values())
                            .flatMap(c ->
                                    Arrays.stream(Hierarchy.Version.values()).map(c::kernelName)))
            .collect(Collectors.toUnmodifiableSet());

    private final List<String> parts;

    private CgroupPath(List<String> parts) {
        this.parts = parts;
    }

    /**
     * Parses a relative path.
     *
     * @param path one or more parts with {@code /} between them, for example {@code container} or {@code pool/worker-1}
     * @return the path
     * @throws InvalidNameException if the path is empty or absolute, has an empty part, {@code .}, {@code ..}, a NUL or
     *     line feed, a part over 255 bytes, over 4095 bytes in all, or a part that could clash with a control file:
     *     {@code tasks}, {@code notify_on_release}, {@code release_agent}, or a controller's name followed by a dot
     */
    public static CgroupPath of(String path) {
        if (path.startsWith("/")) {
            throw new InvalidNameException(
                    path, "a group's name is relative to the base; Cgroups.builder().base(..) sets another base");
        }
        if (utf8Length(path) > MAX_BYTES) {
            throw new InvalidNameException(path, "the kernel takes paths of at most " + MAX_BYTES + " bytes");
        }
        List<String> parts = List.of(path.split("/", -1));
        parts.forEach(part -> check(path, part));
        return new CgroupPath(parts);
    }

    /**
     * Takes a path as the kernel shows it, where parts may be anything an existing directory is called.
     *
     * @param path an absolute path within a hierarchy, for example from {@code /proc/PID/cgroup}
     * @return the path; {@code /} gives {@link #ROOT}
     * @throws InvalidNameException if a part is {@code ..}, or the path does not start with {@code /}
     */
    public static CgroupPath ofKernel(String path) {
        if (!path.startsWith("/")) {
            throw new InvalidNameException(path, "a path of the kernel starts with /");
        }
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.contains("..") || parts.contains(".")) {
            throw new InvalidNameException(path, "it lies outside of the hierarchy that can be seen from here");
        }
        return new CgroupPath(parts);
    }

    private static void check(String path, String part) {
        if (part.isEmpty()) {
            throw new InvalidNameException(path, "a part of the name is empty");
        }
        if (part.equals(".") || part.equals("..")) {
            throw new InvalidNameException(path, "\"" + part + "\" would lead to another group; name the group itself");
        }
        if (part.indexOf('\0') >= 0 || part.indexOf('\n') >= 0) {
            throw new InvalidNameException(path, "the kernel takes no NUL and no line feed in a name");
        }
        if (utf8Length(part) > MAX_PART_BYTES) {
            throw new InvalidNameException(path, "a part of the name is over " + MAX_PART_BYTES + " bytes");
        }
        int dot = part.indexOf('.');
        if (CORE_FILES.contains(part) || (dot > 0 && FILE_PREFIXES.contains(part.substring(0, dot)))) {
            throw new InvalidNameException(
                    path, "\"" + part + "\" could be a control file of the kernel; put an underscore before it");
        }
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * A group below this one.
     *
     * @param child a relative path, as for {@link #of(String)}
     * @return this path followed by that one
     * @throws InvalidNameException as for {@link #of(String)}
     */
    public CgroupPath resolve(String child) {
        return resolve(of(child));
    }

    /**
     * A group below this one.
     *
     * @param child the path from this group
     * @return this path followed by that one
     */
    public CgroupPath resolve(CgroupPath child) {
        return new CgroupPath(
                Stream.concat(parts.stream(), child.parts.stream()).toList());
    }

    /**
     * The group above.
     *
     * @return this path without its last part; {@link #ROOT} for {@link #ROOT}
     */
    public CgroupPath parent() {
        return isRoot() ? ROOT : new CgroupPath(parts.subList(0, parts.size() - 1));
    }

    /**
     * Whether this is the starting point itself.
     *
     * @return true for a path of no parts
     */
    public boolean isRoot() {
        return parts.isEmpty();
    }

    /**
     * The parts, from the outside in.
     *
     * @return an immutable list, empty for {@link #ROOT}
     */
    public List<String> parts() {
        return parts;
    }

    /**
     * The directory of this group below another.
     *
     * @param directory the directory of the starting point
     * @return the directory of the group
     * @throws InvalidNameException if the JVM's locale has no bytes for a letter of it
     */
    public Path under(Path directory) {
        Path result = directory;
        for (String part : parts) {
            try {
                result = result.resolve(part);
            } catch (InvalidPathException e) {
                throw new InvalidNameException(
                        toString(),
                        "this JVM cannot write it in its locale; start it with LC_ALL=C.UTF-8, for example");
            }
        }
        return result;
    }

    @Override
    public int compareTo(CgroupPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CgroupPath path && parts.equals(path.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** Returns the parts with {@code /} between them, {@code /} for {@link #ROOT}. */
    @Override
    public String toString() {
        return isRoot() ? "/" : String.join("/", parts);
    }
}
