package io.cgroups.internal.proc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mounts on mounts. A mount is hidden when something else was mounted over it, or over a directory that leads to it.
 *
 * <p>The order of the lines does not tell: where an initramfs has mounted {@code /sys} before it made way for the real
 * root, the line of the root comes later and hides nothing. So paths are followed from the root, as the kernel does.
 */
record MountTree(List<MountInfo> mounts) {

    /** The mounts that a path leads to, in order. */
    List<MountInfo> visible() {
        Set<Integer> ids = mounts.stream().map(MountInfo::id).collect(Collectors.toSet());
        return mounts.stream()
                .filter(mount -> at(mount.mountPoint(), ids).equals(Optional.of(mount)))
                .toList();
    }

    /** The mount that is seen at a path. */
    private Optional<MountInfo> at(Path path, Set<Integer> ids) {
        Optional<MountInfo> at = top(path.getRoot(), Optional.empty(), ids);
        for (int i = 1; i <= path.getNameCount(); i++) {
            at = top(path.getRoot().resolve(path.subpath(0, i)), at, ids);
        }
        return at;
    }

    /** The uppermost of the mounts that lie on each other at a directory of a mount; that one itself if there is none. */
    private Optional<MountInfo> top(Path directory, Optional<MountInfo> below, Set<Integer> ids) {
        Optional<MountInfo> above = mounts.stream()
                .filter(mount -> mount.mountPoint().equals(directory) && isOn(mount, below, ids))
                .reduce((first, last) -> last);
        return above.isPresent() ? top(directory, above, ids) : below;
    }

    /** Whether a mount is on another, or on the root of what this process can see, whose own mount may not be listed. */
    private static boolean isOn(MountInfo mount, Optional<MountInfo> below, Set<Integer> ids) {
        boolean isBase = mount.parent() == mount.id() || !ids.contains(mount.parent());
        return below.map(other -> mount.parent() == other.id() && mount.id() != other.id())
                .orElse(isBase);
    }
}
