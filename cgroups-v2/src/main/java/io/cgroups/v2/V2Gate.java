package io.cgroups.v2;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Hierarchy.Version;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The gate as a controller of the unified hierarchy needs it: a file that is missing because the controller is not enabled
 * for the group is another thing than a group that is gone or a kernel that is too old.
 */
final class V2Gate extends ForwardingKernelFiles {
    private final GroupDir group;

    V2Gate(GroupDir group) {
        super(group.files());
        this.group = group;
    }

    /** A group behind such a gate. */
    static GroupDir gated(GroupDir dir) {
        return new GroupDir(new V2Gate(dir), dir.hierarchy(), dir.path());
    }

    @Override
    public String read(Path file) {
        try {
            return super.read(file);
        } catch (CgroupNotFoundException e) {
            throw explained(file, e);
        }
    }

    /** Whoever asks for what may be missing does not want to know why. */
    @Override
    public Optional<String> find(Path file) {
        return group.files().find(file);
    }

    @Override
    public void write(Path file, String text) {
        try {
            super.write(file, text);
        } catch (CgroupNotFoundException e) {
            throw explained(file, e);
        }
    }

    /** Throws the better exception where there is one. */
    private CgroupNotFoundException explained(Path file, CgroupNotFoundException refusal) {
        whyMissing(file).ifPresent(unavailable -> {
            unavailable.addSuppressed(refusal);
            throw unavailable;
        });
        return refusal;
    }

    private Optional<ControllerUnavailableException> whyMissing(Path file) {
        Path directory = file.getParent();
        if (directory == null || !exists(directory)) {
            return Optional.empty();
        }
        GroupDir dir = new GroupDir(group.files(), group.hierarchy(), directory);
        return controller(file).flatMap(controller -> V2Unavailable.why(dir, controller));
    }

    /** The controller of a control file of this hierarchy: that of {@code io.max} is BLKIO. Pressure needs none. */
    private Optional<Controller> controller(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot < 0
                        || name.endsWith(".pressure")
                        || !file.startsWith(group.hierarchy().mountPoint())
                ? Optional.empty()
                : Controller.of(name.substring(0, dot), Version.V2);
    }
}
