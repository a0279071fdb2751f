package io.cgroups.internal.proc;

import io.cgroups.CgroupFormatException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code /proc/PID/mountinfo}, see proc_pid_mountinfo(5).
 *
 * <pre>
 * 36 35  98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
 * id parent  root  point options optional... - type source    super options
 * </pre>
 *
 * @param id the number of this mount
 * @param parent the number of the mount it is on, which may be one that this process does not see
 * @param root the directory of the file system that is mounted; not {@code /} for a bind mount of a sub-tree
 * @param mountPoint where it is mounted
 * @param options options of this mount
 * @param type the file system type
 * @param superOptions options of the file system, which for a v1 hierarchy name its controllers
 */
public record MountInfo(
        int id, int parent, String root, Path mountPoint, Set<String> options, String type, List<String> superOptions) {
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    /**
     * Parses the whole file. Mounts that another one hides are left out, and so are those whose mount point this JVM
     * cannot open because its locale has no bytes for a letter of the name.
     *
     * @param file where it was read, for the exception
     * @param text the text
     * @return the mounts that can be reached, in order
     */
    public static List<MountInfo> parseAll(Path file, String text) {
        List<MountInfo> mounts = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                mounts.add(parse(file, line));
            } catch (InvalidPathException e) {
                // It hides nothing that could be used: what lies below its point cannot be opened either.
                return;
            }
        });
        return new MountTree(mounts).visible();
    }

    static MountInfo parse(Path file, String line) {
        List<String> fields = Arrays.asList(line.split(" "));
        int dash = fields.indexOf("-");
        if (dash < 6 || fields.size() < dash + 2) {
            throw new CgroupFormatException(file, "a line of mountinfo with ten or more fields", line, null);
        }
        return new MountInfo(
                number(file, line, fields.get(0)),
                number(file, line, fields.get(1)),
                unescape(fields.get(3)),
                Path.of(unescape(fields.get(4))),
                new HashSet<>(Arrays.asList(fields.get(5).split(","))),
                fields.get(dash + 1),
                fields.size() > dash + 3
                        ? List.of(unescape(fields.get(dash + 3)).split(","))
                        : List.of());
    }

    private static int number(Path file, String line, String field) {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            throw new CgroupFormatException(file, "a line of mountinfo that begins with two numbers", line, e);
        }
    }

    /** The kernel writes space, tab, line feed, backslash and # as three octal digits. */
    static String unescape(String text) {
        Matcher matcher = OCTAL.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 8))));
    }
}
