package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Errno;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds groups by their directories. */
record MemTree(List<MemHierarchy> hierarchies) {

    MemGroup group(Path directory) {
        return find(directory).orElseThrow(() -> new KernelRefusal(Errno.ENOENT));
    }

    Optional<MemGroup> find(Path directory) {
        return hierarchies.stream()
                .filter(hierarchy -> directory.startsWith(hierarchy.mountPoint()))
                .findFirst()
                .flatMap(hierarchy -> hierarchy.find(directory));
    }

    MemFile file(Path file) {
        return group(parent(file)).requireFile(name(file));
    }

    /** Whether there is a group or a control file. */
    boolean holds(Path path) {
        return find(path).isPresent()
                || find(parent(path))
                        .filter(group -> group.files().containsKey(name(path)))
                        .isPresent();
    }

    Optional<MemHierarchy> hierarchy(Controller controller) {
        return hierarchies.stream()
                .filter(hierarchy -> hierarchy.controllers().containsKey(controller))
                .findFirst();
    }

    static Path parent(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
