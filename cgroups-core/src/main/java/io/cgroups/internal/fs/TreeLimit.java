package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which group does not allow one more group below it; the kernel answers {@code EAGAIN} and does not say. */
final class TreeLimit {
    private static final String DEPTH = "cgroup.max.depth";
    private static final String DESCENDANTS = "cgroup.max.descendants";
    private static final String STAT = "cgroup.stat";

    private TreeLimit() {}

    /** The hint for a group that could not be made. */
    static String reachedAbove(KernelFiles files, Path created) {
        int levels = 1;
        for (@Nullable Path at = created.getParent();
                at != null && files.exists(at.resolve(STAT));
                at = at.getParent()) {
            try {
                Optional<String> reached = reached(files, at, levels++);
                if (reached.isPresent()) {
                    return at + " allows no more groups below it: " + reached.get()
                            + " is reached; raise it, or delete groups";
                }
            } catch (CgroupException e) {
                // What cannot be read is not the subject: the refusal itself is.
                break;
            }
        }
        return "a group above allows no more groups below it; see its " + DEPTH + " and " + DESCENDANTS;
    }

    private static Optional<String> reached(KernelFiles files, Path group, int levels) {
        Path stat = group.resolve(STAT);
        long groups = FlatKeyed.parse(stat, files.read(stat)).require("nr_descendants");
        return isLimit(files, group.resolve(DESCENDANTS), groups + 1)
                ? Optional.of(DESCENDANTS)
                : Optional.of(DEPTH).filter(file -> isLimit(files, group.resolve(file), levels));
    }

    private static boolean isLimit(KernelFiles files, Path file, long wanted) {
        String text = files.read(file).strip();
        return !text.equals("max") && wanted > Long.parseLong(text);
    }
}
