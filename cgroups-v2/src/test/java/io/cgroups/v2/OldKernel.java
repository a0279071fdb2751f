package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The in-memory kernel without some of its files, as older kernels are; it notes what changes something. */
class OldKernel extends ForwardingKernelFiles {
    private final Set<String> missing;
    private final List<String> changes = new ArrayList<>();

    OldKernel(InMemoryKernel kernel, String... missing) {
        super(kernel);
        this.missing = Set.of(missing);
    }

    Cgroups cgroups() {
        return Cgroups.builder().kernel(this).build();
    }

    /** Each as {@code FILE TEXT} or {@code kill PID}. */
    List<String> changes() {
        return changes;
    }

    private boolean lacks(Path file) {
        return missing.contains(String.valueOf(file.getFileName()));
    }

    /** A refusal as the real gate makes it. */
    static CgroupIoException refusal(String operation, Path path, Errno errno) {
        return CgroupIoException.of(Failure.of(operation, path, errno), null);
    }

    @Override
    public boolean exists(Path path) {
        return !lacks(path) && super.exists(path);
    }

    @Override
    public String read(Path file) {
        if (lacks(file)) {
            throw refusal("read", file, Errno.ENOENT);
        }
        return super.read(file);
    }

    @Override
    public void write(Path file, String text) {
        if (lacks(file)) {
            throw refusal("write", file, Errno.ENOENT);
        }
        changes.add(file.getFileName() + " " + text);
        super.write(file, text);
    }

    @Override
    public boolean kill(long pid) {
        changes.add("kill " + pid);
        return super.kill(pid);
    }
}
