package io.cgroups.delegation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.Hierarchy.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Groups that root makes in every hierarchy by hand, without the library, and gives away; removed with everything below. */
final class GivenTree implements AutoCloseable {
    private static final List<String> FILES =
            List.of("cgroup.procs", "tasks", "cgroup.threads", "cgroup.subtree_control");
    private static final Set<Controller> INTERESTING =
            EnumSet.of(Controller.CPU, Controller.MEMORY, Controller.PIDS, Controller.HUGETLB);

    private final String name;
    private final List<Hierarchy> hierarchies;
    private final Map<Path, String> enabled = new LinkedHashMap<>();

    GivenTree(String name) throws IOException {
        this.name = name;
        this.hierarchies = Cgroups.builder().build().layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.listsControllers())
                .toList();
        for (Path group : groups()) {
            Files.createDirectory(group);
            inheritCpuset(group);
        }
    }

    private static void inheritCpuset(Path group) throws IOException {
        for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
            Path above = group.resolveSibling(file);
            if (Files.exists(above) && Files.exists(group.resolve(file))) {
                write(group.resolve(file), Files.readString(above).strip());
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8), StandardOpenOption.WRITE);
    }

    /** One directory for each hierarchy. */
    List<Path> groups() {
        return hierarchies.stream()
                .map(hierarchy -> hierarchy.mountPoint().resolve(name))
                .toList();
    }

    /** A group below each of them. */
    List<Path> below(String child) throws IOException {
        List<Path> groups = groups().stream().map(group -> group.resolve(child)).toList();
        for (Path group : groups) {
            Files.createDirectory(group);
            inheritCpuset(group);
        }
        return groups;
    }

    /** Lets the groups of the unified hierarchy have the controllers that it has. */
    void enable() throws IOException {
        for (Hierarchy hierarchy : hierarchies) {
            if (hierarchy.version() == Version.V2) {
                enable(hierarchy, hierarchy.mountPoint());
            }
        }
    }

    private void enable(Hierarchy hierarchy, Path group) throws IOException {
        Path file = group.resolve("cgroup.subtree_control");
        enabled.putIfAbsent(file, Files.readString(file).strip());
        for (Controller controller : controllers()) {
            if (hierarchy.has(controller)) {
                write(file, "+" + controller.kernelName(Version.V2));
            }
        }
    }

    /** Those that the tests limit, as far as they are mounted. */
    Set<Controller> controllers() {
        Set<Controller> all = EnumSet.noneOf(Controller.class);
        hierarchies.forEach(hierarchy -> all.addAll(hierarchy.controllers()));
        all.retainAll(INTERESTING);
        return all;
    }

    boolean isUnifiedPart() {
        return hierarchies.stream().anyMatch(hierarchy -> hierarchy.version() == Version.V2);
    }

    /** Gives groups away as systemd does: the directory, and the files by which members and controllers come in. */
    static void give(List<Path> groups) throws IOException {
        for (Path group : groups) {
            give(group, FILES.toArray(String[]::new));
        }
    }

    static void give(Path group, String... files) throws IOException {
        chown(group);
        for (String file : files) {
            if (Files.exists(group.resolve(file))) {
                chown(group.resolve(file));
            }
        }
    }

    private static void chown(Path path) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }

    @Override
    public void close() throws IOException {
        for (Path group : groups()) {
            remove(group);
        }
        for (Map.Entry<Path, String> entry : enabled.entrySet()) {
            List<String> now = new ArrayList<>(
                    Arrays.asList(Files.readString(entry.getKey()).strip().split(" ")));
            now.removeAll(Arrays.asList(entry.getValue().split(" ")));
            for (String controller : now) {
                disable(entry.getKey(), controller);
            }
        }
    }

    private static void disable(Path file, String controller) {
        try {
            write(file, "-" + controller);
        } catch (IOException e) {
            // Somebody else has a group by now that passes it on.
            return;
        }
    }

    /** A member that has just ended can keep a group busy for a moment. */
    static void remove(Path group) throws IOException {
        if (!Files.exists(group)) {
            return;
        }
        try (Stream<Path> children = Files.list(group).filter(Files::isDirectory)) {
            for (Path child : children.toList()) {
                remove(child);
            }
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Files.delete(group);
                return;
            } catch (IOException e) {
                if (attempt == 50) {
                    throw e;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }
}
