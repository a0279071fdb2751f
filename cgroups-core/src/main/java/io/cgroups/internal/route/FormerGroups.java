package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Hierarchy;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.internal.proc.LayoutDetector;
import io.cgroups.internal.proc.MountInfo;
import io.cgroups.internal.proc.ProcCgroup;
import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The groups that a process or thread was in when this was made, one in each hierarchy: where it goes back to. */
final class FormerGroups {
    private final Host host;
    private final List<ProcCgroup> lines;
    /** Read when it is first needed: who only may have to go back does not pay for it. */
    private @Nullable List<MountInfo> mounts;

    private FormerGroups(Host host, List<ProcCgroup> lines) {
        this.host = host;
        this.lines = lines;
    }

    /**
     * Looks where a member is.
     *
     * @param proc its name below /proc: an id, {@code self}, {@code thread-self}
     * @throws CgroupIoException if there is no such process
     */
    static FormerGroups of(Host host, String proc) {
        Path path = host.files().proc().resolve(proc).resolve("cgroup");
        return parse(host, path, host.files().read(path));
    }

    /** Takes what such a file said. */
    static FormerGroups parse(Host host, Path path, String text) {
        return new FormerGroups(host, ProcCgroup.parseAll(path, text));
    }

    /**
     * Looks where a member is that may have ended, which is nowhere.
     *
     * @param proc its name below /proc
     */
    static FormerGroups ofLiving(Host host, String proc) {
        try {
            return of(host, proc);
        } catch (CgroupNotFoundException | ProcessNotFoundException e) {
            return none(host);
        }
    }

    /** Those of nobody. */
    static FormerGroups none(Host host) {
        return new FormerGroups(host, List.of());
    }

    /** The group in a hierarchy; empty when its mount does not show it. The group may have been removed. */
    Optional<GroupDir> in(Hierarchy hierarchy) {
        String root = rootOf(hierarchy);
        return lines.stream()
                .filter(line -> belongs(line, hierarchy))
                .flatMap(line -> LayoutDetector.own(root, line.path()).stream())
                .map(path -> new GroupDir(host.files(), hierarchy, path.under(hierarchy.mountPoint())))
                .findFirst();
    }

    private String rootOf(Hierarchy hierarchy) {
        return mounts().stream()
                .filter(mount -> mount.mountPoint().equals(hierarchy.mountPoint()))
                .map(MountInfo::root)
                .findFirst()
                .orElse("/");
    }

    private List<MountInfo> mounts() {
        List<MountInfo> known = mounts;
        if (known == null) {
            Path mountinfo = host.files().proc().resolve("self/mountinfo");
            known = MountInfo.parseAll(mountinfo, host.files().read(mountinfo));
            mounts = known;
        }
        return known;
    }

    private static boolean belongs(ProcCgroup line, Hierarchy hierarchy) {
        if (hierarchy.version() == Hierarchy.Version.V2) {
            return line.isUnified();
        }
        return !line.isUnified()
                && line.name().equals(hierarchy.name())
                && line.controllers().containsAll(hierarchy.unknownControllers())
                && hierarchy.controllers().stream()
                        .allMatch(c -> line.controllers().contains(c.kernelName(Hierarchy.Version.V1)));
    }
}
