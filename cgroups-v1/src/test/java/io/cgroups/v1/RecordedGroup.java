package io.cgroups.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.Hierarchy;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWrite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A group of a kernel that is not at hand: its control files can be read, and that is all. */
final class RecordedGroup implements GroupContext {
    private static final Path MOUNT = Path.of("/sys/fs/cgroup/recorded");
    private static final String TITLE = "--- ";

    private final Map<String, String> files;

    RecordedGroup(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /** Reads a record: for each file a line {@code --- NAME MODE} and its text. */
    static RecordedGroup of(String resource) {
        try (InputStream in = Objects.requireNonNull(RecordedGroup.class.getResourceAsStream(resource), resource)) {
            Map<String, String> files = new TreeMap<>();
            String name = "";
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                if (line.startsWith(TITLE)) {
                    name = line.split(" ", -1)[1];
                    files.put(name, "");
                } else {
                    files.merge(name, line + "\n", String::concat);
                }
            }
            return new RecordedGroup(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same files on a mount that leaves the names of controllers out. */
    GroupContext withoutPrefix() {
        Map<String, String> bare = new TreeMap<>();
        files.forEach((name, text) -> bare.put(name.replaceFirst("^blkio\\.", ""), text));
        return new RecordedGroup(bare);
    }

    private boolean hasPrefix() {
        return files.keySet().stream().anyMatch(name -> name.startsWith("blkio."));
    }

    @Override
    public Optional<GroupDir> dir(Controller controller) {
        Hierarchy hierarchy = new Hierarchy(
                Hierarchy.Version.V1,
                MOUNT,
                Set.of(controller),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                !hasPrefix());
        return Optional.of(new GroupDir(gate(), hierarchy, MOUNT.resolve("box")));
    }

    private KernelFiles gate() {
        return (KernelFiles) Proxy.newProxyInstance(
                KernelFiles.class.getClassLoader(), new Class<?>[] {KernelFiles.class}, (proxy, method, arguments) -> {
                    Path path = (Path) arguments[0];
                    String name = String.valueOf(path.getFileName());
                    return switch (method.getName()) {
                        case "file" -> path.resolve((String) arguments[1]);
                        case "read" -> Optional.ofNullable(files.get(name)).orElseThrow(() -> absent(path));
                        case "find" -> Optional.ofNullable(files.get(name));
                        case "exists" -> files.containsKey(name) || name.equals("box");
                        case "files" -> List.copyOf(files.keySet());
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static CgroupIoException absent(Path path) {
        return CgroupIoException.of(Failure.of("read", path, Errno.ENOENT), null);
    }

    @Override
    public void execute(Supplier<List<KernelWrite>> plan) {
        assertThat(plan.get()).isNotNull();
        throw new UnsupportedOperationException("a record cannot be written to");
    }
}
