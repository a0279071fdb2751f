package io.cgroups.v2;

import io.cgroups.Cgroup;
import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The in-memory kernel with files that it does not have: each keeps what is written, or refuses it. */
final class NewerKernel extends ForwardingKernelFiles {
    private final Map<String, String> defaults;
    private final Map<Path, String> texts = new HashMap<>();
    private Optional<Errno> refusal = Optional.empty();

    /** Every group has these files with these texts. */
    NewerKernel(Map<String, String> files) {
        this(InMemoryKernel.v2(), files);
    }

    NewerKernel(KernelFiles kernel, Map<String, String> files) {
        super(kernel);
        this.defaults = Map.copyOf(files);
    }

    Cgroup create(String name) {
        return Cgroups.builder().kernel(this).build().create(name);
    }

    /** Refuses what is written to one of these files from now on. */
    void refuse(Errno errno) {
        refusal = Optional.of(errno);
    }

    private boolean isMine(Path file) {
        Path directory = file.getParent();
        return directory != null && defaults.containsKey(name(file)) && super.exists(directory);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public boolean exists(Path path) {
        return isMine(path) || super.exists(path);
    }

    @Override
    public String read(Path file) {
        return isMine(file) ? texts.getOrDefault(file, defaults.getOrDefault(name(file), "")) : super.read(file);
    }

    @Override
    public void write(Path file, String text) {
        if (!isMine(file)) {
            super.write(file, text);
        } else if (refusal.isPresent()) {
            throw CgroupIoException.of(Failure.of("write", file, refusal.get()).withData(text), null);
        } else {
            texts.put(file, text.strip());
        }
    }
}
