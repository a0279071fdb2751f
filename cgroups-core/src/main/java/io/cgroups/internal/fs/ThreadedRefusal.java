package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why a group of the unified hierarchy does not take a member: the kernel answers {@code EOPNOTSUPP} and does not say. */
final class ThreadedRefusal {
    private static final String TYPE = "cgroup.type";
    private static final String MAKE_ONE =
            "Cgroups.system().threadGroup(name, CPU) makes a group for threads of this JVM on"
                    + " every layout, Cgroup.current().threadedChild(name, CPU) on this one";

    private ThreadedRefusal() {}

    /** The hint for a member that could not be attached. */
    static String hint(KernelFiles files, Path membership) {
        Path group = membership.resolveSibling(".").normalize();
        return switch (type(files, group)) {
            case "domain", "domain threaded" ->
                "the group takes whole processes (attach); the unified hierarchy takes a single thread only in the group its"
                        + " process is in, and in threaded groups below that: " + MAKE_ONE;
            case "threaded" ->
                "the threaded group takes threads of processes in " + domain(files, group)
                        + " only, and this one's process is elsewhere: " + MAKE_ONE;
            case "domain invalid" ->
                "a group above or beside is threaded, and this one is not: it takes no members at all before it is made"
                        + " threaded, too, by threadedChild";
            default ->
                "the unified hierarchy takes single threads only in a threaded group below the group their process is in: "
                        + MAKE_ONE;
        };
    }

    private static Path domain(KernelFiles files, Path threaded) {
        @Nullable Path at = threaded;
        while (at.getParent() != null && type(files, at).equals("threaded")) {
            at = at.getParent();
        }
        return at;
    }

    /** Empty where it cannot be read, as at the root: what cannot be read is not the subject, the refusal itself is. */
    private static String type(KernelFiles files, Path group) {
        try {
            return files.read(group.resolve(TYPE)).strip();
        } catch (CgroupException e) {
            return "";
        }
    }
}
