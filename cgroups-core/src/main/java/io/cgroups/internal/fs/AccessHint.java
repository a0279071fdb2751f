package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.Hierarchy;
import io.cgroups.internal.proc.LayoutDetector;
import io.cgroups.spi.Caller;
import io.cgroups.spi.Delegation;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.ShellCommand;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to do when the kernel says that the caller may not: the one thing to change, by name. */
final class AccessHint {
    private static final String UNKNOWN =
            "needs root, or a delegated group: owner of the directory and of its cgroup.procs";

    private static final Set<String> CHANGES = Set.of("write", "create", "remove");

    private final KernelFiles files;
    private final String operation;
    private final Path path;

    private AccessHint(KernelFiles files, String operation, Path path) {
        this.files = files;
        this.operation = operation;
        this.path = path;
    }

    static String of(KernelFiles files, String operation, Path path) {
        if (!CHANGES.contains(operation)) {
            // Also because finding the hierarchy reads, and such a read may be the one that was refused.
            return "needs root, or the owner of the file";
        }
        try {
            AccessHint hint = new AccessHint(files, operation, path);
            return hint.hierarchy().map(hint::in).orElse(UNKNOWN);
        } catch (CgroupException e) {
            // What cannot be read is not the subject: the refusal itself is.
            return UNKNOWN;
        }
    }

    static String ofReadOnly(KernelFiles files, Path path) {
        try {
            return new AccessHint(files, "", path)
                    .hierarchy()
                    .map(hierarchy -> Delegation.readOnly(files, hierarchy).toString())
                    .orElse("it is mounted read-only");
        } catch (CgroupException e) {
            return "it is mounted read-only";
        }
    }

    /** The hierarchy that the path is in, as it is mounted there. */
    private Optional<Hierarchy> hierarchy() {
        Set<Path> above = new HashSet<>();
        for (@Nullable Path at = path; at != null; at = at.getParent()) {
            above.add(at);
        }
        return LayoutDetector.detect(files, above).hierarchies().stream()
                .filter(hierarchy -> above.contains(hierarchy.mountPoint()))
                .findFirst();
    }

    private String in(Hierarchy hierarchy) {
        GroupDir group = new GroupDir(files, hierarchy, place(hierarchy));
        return switch (operation) {
            case "write" -> ofWrite(group);
            case "create" -> ofCreate(group);
            case "remove" ->
                files.isWritable(group.path())
                        ? UNKNOWN
                        : "a group that was given away is removed by who may write to " + group + "; "
                                + Caller.of(files).rootIs() + ": rmdir " + ShellCommand.quoted(path);
            default -> UNKNOWN;
        };
    }

    /** The group of a file; of a directory the group above that is there. */
    private Path place(Hierarchy hierarchy) {
        Path place = path;
        do {
            place = Optional.ofNullable(place.getParent()).orElse(hierarchy.mountPoint());
        } while (!files.exists(place) && place.startsWith(hierarchy.mountPoint()));
        return place;
    }

    private String ofWrite(GroupDir group) {
        if (files.isWritable(path)) {
            return "the permissions of the file allow it: it takes a capability that this user does not have";
        }
        if (Delegation.includes(path) || !files.isWritable(group.path())) {
            return Delegation.obstacle(group).toString();
        }
        return group + " is delegated to " + Caller.of(files).name()
                + ", its own settings are not: make a group below it and set them there";
    }

    /** In a root nobody but root has any business: the caller should have a group of its own. */
    private String ofCreate(GroupDir group) {
        if (files.isWritable(group.path())) {
            return "the permissions of " + group + " allow it: a security module or a user namespace may not";
        }
        return Delegation.obstacle(group.parent().isPresent() ? group : Delegation.place(files, group.hierarchy()))
                .toString();
    }
}
