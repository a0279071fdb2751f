package io.cgroups.internal.fs;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A gate for who looks at groups again and again: within one look each file is read once, whoever asks for it and how often,
 * and files stay open from one look to the next. A group that was removed and made anew stays gone. What is missing is looked
 * for anew every ten seconds, as that takes the longest of all.
 *
 * <p>Not safe for use by several threads.
 */
public final class SnapshotFiles extends ForwardingKernelFiles implements AutoCloseable {
    /** How long something that is missing is not looked for. */
    public static final Duration MISSING_FOR = Duration.ofSeconds(10);

    /** The kernel makes the lists of members of v1 when they are opened. */
    private static final Set<String> NEVER_HELD = Set.of("cgroup.procs", "tasks", "cgroup.threads");

    private final KernelFiles files;
    private final Set<String> unneeded;
    private final Map<Path, Known> known = new HashMap<>();
    private final Map<Path, SnapshotDirectory> directories = new HashMap<>();
    private final Map<Path, Listing> listings = new HashMap<>();
    private final Map<Path, Map<String, Path>> paths = new HashMap<>();
    private long look;

    private record Listing(List<String> names, long until) {}

    /** One file. */
    private static final class Known {
        private final SnapshotDirectory directory;
        private Optional<KernelWatch> open = Optional.empty();
        private Optional<CgroupNotFoundException> missing = Optional.empty();
        private long until;
        private long look = -1;
        private String text = "";

        Known(SnapshotDirectory directory) {
            this.directory = directory;
        }
    }

    /**
     * Reads through another gate.
     *
     * @param files the gate
     * @param unneeded names of files that are as if they were missing
     */
    public SnapshotFiles(KernelFiles files, Set<String> unneeded) {
        super(files);
        this.files = files;
        this.unneeded = Set.copyOf(unneeded);
    }

    /** Begins the next look: what was read before is forgotten. */
    public void next() {
        look++;
    }

    /** Making a path takes half as long as reading the file. */
    @Override
    public Path file(Path directory, String name) {
        return paths.computeIfAbsent(directory, any -> new HashMap<>())
                .computeIfAbsent(name, any -> super.file(directory, name));
    }

    @Override
    public String read(Path file) {
        Known found = known(file);
        if (found.missing.isPresent()) {
            throw found.missing.get();
        }
        return found.text;
    }

    @Override
    public Optional<String> find(Path file) {
        try {
            Known found = known(file);
            return found.missing.isPresent() ? Optional.empty() : Optional.of(found.text);
        } catch (CgroupNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent(), "directory");
    }

    /** Reads the file, unless it was in this look. */
    private Known known(Path file) {
        Known found = known.get(file);
        if (found == null) {
            found = new Known(directories.computeIfAbsent(directory(file), any -> new SnapshotDirectory(files)));
            known.put(file, found);
        }
        found.directory.requireThere();
        if (found.look != look && !isKnownToMiss(found)) {
            try {
                found.text = text(file, found);
                found.missing = Optional.empty();
                found.look = look;
            } catch (CgroupNotFoundException e) {
                found.directory.requireThere();
                found.missing = Optional.of(e);
                found.until = clock().nanoTime() + MISSING_FOR.toNanos();
            }
        }
        return found;
    }

    private boolean isKnownToMiss(Known file) {
        return file.missing.isPresent() && clock().nanoTime() - file.until < 0;
    }

    private String text(Path file, Known found) {
        if (found.open.isPresent()) {
            KernelWatch open = found.open.get();
            try {
                return open.read();
            } catch (CgroupNotFoundException e) {
                found.open = Optional.empty();
                found.directory.lose(file, open);
                throw e;
            }
        }
        String name = String.valueOf(file.getFileName());
        if (unneeded.contains(name)) {
            throw CgroupIoException.of(Failure.of("read", file, Errno.ENOENT), null);
        }
        if (!NEVER_HELD.contains(name)) {
            found.open = found.directory.hold(file);
        }
        return found.open.map(KernelWatch::read).orElseGet(() -> files.read(file));
    }

    /** Asks the kernel only for what this look has not shown. */
    @Override
    public boolean exists(Path path) {
        SnapshotDirectory directory = directories.get(path);
        if (directory != null) {
            return !directory.isGone() && (directory.hasOpenFiles() || files.exists(path));
        }
        Known file = known.get(path);
        if (file == null) {
            return files.exists(path);
        }
        return !file.directory.isGone() && (file.open.isPresent() || (!isKnownToMiss(file) && files.exists(path)));
    }

    @Override
    public List<String> files(Path directory) {
        Listing listing = listings.get(directory);
        if (listing == null || clock().nanoTime() - listing.until >= 0) {
            listing = new Listing(files.files(directory), clock().nanoTime() + MISSING_FOR.toNanos());
            listings.put(directory, listing);
        }
        return listing.names;
    }

    /** Lets go of all files. */
    @Override
    public void close() {
        directories.values().forEach(SnapshotDirectory::close);
        directories.clear();
        known.clear();
        listings.clear();
        paths.clear();
    }
}
