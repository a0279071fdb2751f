package io.cgroups.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A gate that passes every call on to another one; sub-classes change what they need to. {@link #find} is a {@link #read}, so that
 * who changes that one has changed both.
 */
public class ForwardingKernelFiles implements KernelFiles {
    private final KernelFiles files;

    /**
     * Passes on to a gate.
     *
     * @param files the gate
     */
    public ForwardingKernelFiles(KernelFiles files) {
        this.files = Objects.requireNonNull(files, "files");
    }

    @Override
    public Path file(Path directory, String name) {
        return files.file(directory, name);
    }

    @Override
    public String read(Path file) {
        return files.read(file);
    }

    @Override
    public KernelWatch watch(Path file) {
        return files.watch(file);
    }

    @Override
    public Optional<KernelWatch> hold(Path file) {
        return files.hold(file);
    }

    @Override
    public void write(Path file, String text) {
        files.write(file, text);
    }

    @Override
    public boolean exists(Path path) {
        return files.exists(path);
    }

    @Override
    public boolean isWritable(Path directory) {
        return files.isWritable(directory);
    }

    @Override
    public List<String> directories(Path directory) {
        return files.directories(directory);
    }

    @Override
    public List<String> files(Path directory) {
        return files.files(directory);
    }

    @Override
    public boolean createDirectory(Path directory) {
        return files.createDirectory(directory);
    }

    @Override
    public void removeDirectory(Path directory) {
        files.removeDirectory(directory);
    }

    @Override
    public Path resolveLinks(Path path) {
        return files.resolveLinks(path);
    }

    @Override
    public String readLink(Path link) {
        return files.readLink(link);
    }

    @Override
    public Path proc() {
        return files.proc();
    }

    @Override
    public boolean kill(long pid) {
        return files.kill(pid);
    }

    @Override
    public Process start(ProcessBuilder program, GroupEntry entry) throws IOException {
        return files.start(program, entry);
    }

    @Override
    public KernelClock clock() {
        return files.clock();
    }

    @Override
    public Optional<CgroupPrograms> programs() {
        return files.programs();
    }

    @Override
    public Optional<GroupAttributes> attributes() {
        return files.attributes();
    }

    @Override
    public Optional<KernelEvents> events() {
        return files.events();
    }
}
