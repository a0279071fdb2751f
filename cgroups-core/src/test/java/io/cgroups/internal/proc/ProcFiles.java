package io.cgroups.internal.proc;

import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.HostLayout;
import io.cgroups.fixture.Fixture;
import io.cgroups.internal.fs.Refusals;
import io.cgroups.spi.KernelClock;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A gate to some texts of /proc and of mounted hierarchies, which can only be read. */
final class ProcFiles implements KernelFiles {
    private static final Path PROC = Path.of("/proc");
    private static final Path CONTROLLERS = Path.of("cgroup.controllers");

    private final Map<Path, String> texts = new HashMap<>();

    /** What a process has in its mountinfo and cgroup. */
    static ProcFiles of(String mountinfo, String cgroup) {
        ProcFiles files = new ProcFiles();
        files.texts.put(PROC.resolve("self/mountinfo"), mountinfo);
        files.texts.put(PROC.resolve("self/cgroup"), cgroup);
        return files;
    }

    /** What was recorded of a kernel. */
    static ProcFiles of(Fixture fixture) {
        return of(fixture.text("proc-self-mountinfo"), fixture.text("proc-self-cgroup"));
    }

    /** Adds the controllers of a unified hierarchy. */
    ProcFiles with(Path unified, String controllers) {
        texts.put(unified.resolve(CONTROLLERS), controllers);
        return this;
    }

    HostLayout layout(Path... roots) {
        return LayoutDetector.detect(this, Set.of(roots));
    }

    @Override
    public String read(Path file) {
        String text = texts.get(file);
        if (text == null) {
            Failure failure = new Failure("read", Optional.of(file), Optional.empty(), Optional.of(Errno.ENOENT), "");
            throw Refusals.refusal(this, failure, null);
        }
        return text;
    }

    @Override
    public boolean exists(Path path) {
        return texts.keySet().stream().anyMatch(file -> file.startsWith(path));
    }

    @Override
    public Path proc() {
        return PROC;
    }

    @Override
    public Path resolveLinks(Path path) {
        return path;
    }

    @Override
    public String readLink(Path link) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(Path file, String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWritable(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> directories(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> files(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean createDirectory(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeDirectory(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean kill(long pid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KernelClock clock() {
        throw new UnsupportedOperationException();
    }
}
