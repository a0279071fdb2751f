package io.cgroups.contract;

import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.HostLayout;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The groups of a real kernel, as far as a clean-up needs them: directories, whatever hierarchy they are in, and what the
 * roots of v2 had enabled before the test.
 */
final class HostGroups {
    private static final String ENABLED = "cgroup.subtree_control";
    private static final Duration REMOVE_LIMIT = Duration.ofSeconds(2);

    private final KernelFiles files;
    private final List<GroupDir> roots;
    private final Map<GroupDir, Set<String>> enabled = new LinkedHashMap<>();

    HostGroups(KernelFiles files, HostLayout layout) {
        this.files = files;
        this.roots = layout.hierarchies().stream()
                .map(hierarchy -> new GroupDir(files, hierarchy, hierarchy.mountPoint()))
                .toList();
        roots.stream()
                .filter(root -> root.hierarchy().version() == Hierarchy.Version.V2)
                .forEach(root -> enabled.put(root, enabledNow(root)));
    }

    private static Set<String> enabledNow(GroupDir root) {
        return new TreeSet<>(Stream.of(root.read(ENABLED).split("\\s+"))
                .filter(name -> !name.isEmpty())
                .toList());
    }

    private Stream<GroupDir> dirs(String name) {
        return roots.stream()
                .map(root -> new GroupDir(
                        files, root.hierarchy(), CgroupPath.of(name).under(root.path())))
                .filter(dir -> files.exists(dir.path()));
    }

    /** Thaws a group and all below it, from the top down: one that is frozen from above stays so. */
    void thaw(String name) {
        dirs(name).forEach(this::thaw);
    }

    private void thaw(GroupDir dir) {
        if (dir.hierarchy().version() == Hierarchy.Version.V2 && dir.has("cgroup.freeze")) {
            dir.write("cgroup.freeze", "0");
        } else if (dir.hierarchy().has(Controller.FREEZER) && dir.has("freezer.state")) {
            dir.write("freezer.state", "THAWED");
        }
        dir.children().forEach(this::thaw);
    }

    /** Removes a group and all below it from every hierarchy. */
    void remove(String name) {
        dirs(name).forEach(this::remove);
    }

    private void remove(GroupDir dir) {
        dir.children().forEach(this::remove);
        // The kernel says busy for some time after the last member has died.
        if (!files.clock().await(() -> removed(dir), REMOVE_LIMIT)) {
            files.removeDirectory(dir.path());
        }
    }

    private boolean removed(GroupDir dir) {
        try {
            files.removeDirectory(dir.path());
            return true;
        } catch (CgroupNotFoundException e) {
            return true;
        } catch (CgroupBusyException e) {
            return false;
        }
    }

    /** Gives the roots of v2 back what they had enabled for their children. */
    void restoreEnabled() {
        enabled.forEach((root, before) -> {
            Set<String> now = enabledNow(root);
            now.stream().filter(name -> !before.contains(name)).forEach(name -> disable(root, name));
            before.stream().filter(name -> !now.contains(name)).forEach(name -> root.write(ENABLED, "+" + name));
        });
    }

    private static void disable(GroupDir root, String controller) {
        try {
            root.write(ENABLED, "-" + controller);
        } catch (CgroupBusyException e) {
            // A group that is not this test's has come to enable it, too, and needs it.
            return;
        }
    }
}
