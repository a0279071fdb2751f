package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.spi.GroupAttributes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The extended attributes of the groups of the in-memory kernel.
 *
 * @param kernel whose lock guards them
 */
record MemAttributes(InMemoryKernel kernel) implements GroupAttributes {
    private static final int MOST_ATTRIBUTES = 128;

    @Override
    public List<String> names(Path directory) {
        return use("list the attributes of", directory, Optional.empty(), all -> List.copyOf(all.keySet()));
    }

    @Override
    public Optional<String> read(Path directory, String name) {
        return use(
                "read attribute " + name + " of",
                directory,
                Optional.empty(),
                all -> Optional.ofNullable(all.get(name)));
    }

    @Override
    public void set(Path directory, String name, String text) {
        use("set attribute " + name + " of", directory, Optional.of(text), all -> {
            if (all.size() == MOST_ATTRIBUTES && !all.containsKey(name)) {
                throw new KernelRefusal(Errno.ENOSPC);
            }
            return Optional.ofNullable(all.put(name, text));
        });
    }

    @Override
    public boolean remove(Path directory, String name) {
        return use("remove attribute " + name + " of", directory, Optional.empty(), all -> all.remove(name) != null);
    }

    private <T> T use(String operation, Path directory, Optional<String> data, Function<Map<String, String>, T> use) {
        synchronized (kernel) {
            return kernel.answer(
                    operation,
                    directory,
                    data,
                    () -> use.apply(kernel.group(directory).attributes()));
        }
    }
}
