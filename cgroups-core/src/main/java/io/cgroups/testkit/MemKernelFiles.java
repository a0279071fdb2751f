package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.internal.fs.Refusals;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The files of the in-memory kernel; its lock guards everything. */
abstract class MemKernelFiles implements KernelFiles {
    private static final Path PROC = Path.of("/proc");

    private final List<MemHierarchy> hierarchies = new ArrayList<>();
    private final MemTree tree = new MemTree(hierarchies);
    private final MemProcesses processes = new MemProcesses(this::isFreezing);
    private final Set<MemWaits> waiting = new LinkedHashSet<>();
    private long changes;

    private boolean isFreezing(MemThread thread) {
        return hierarchy(Controller.FREEZER)
                .filter(freezer -> V1FreezerFiles.isFreezing(freezer, thread))
                .isPresent();
    }

    /** How many changes there have been; whoever waits on this object is woken by the next one. */
    long changes() {
        return changes;
    }

    private void changed() {
        changes++;
        happened();
    }

    /** Tells whoever waits for events of something that may be one. */
    void happened() {
        waiting.forEach(MemWaits::look);
        notifyAll();
    }

    /** Those who wait for events; they are added and removed under the lock. */
    Set<MemWaits> waiting() {
        return waiting;
    }

    MemProcesses processes() {
        return processes;
    }

    /** The group of a process in the hierarchy of a controller, as a simulation may need it across hierarchies. */
    Optional<MemHierarchy> hierarchy(Controller controller) {
        return tree.hierarchy(controller);
    }

    @Override
    public synchronized String read(Path file) {
        return answer("read", file, Optional.empty(), () -> {
            if (file.startsWith(PROC)) {
                return new MemProc(hierarchies, processes).read(PROC.relativize(file));
            }
            if (MemDisks.holds(file)) {
                return MemDisks.read(file);
            }
            return tree.file(file).reader().get();
        });
    }

    @Override
    public synchronized void write(Path file, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty text for " + file + ": the kernel would not see the write");
        }
        answer("write", file, Optional.of(text), () -> {
            tree.file(file).writer().accept(text.strip());
            // A thaw or a move out of a frozen group may let somebody die.
            processes.buryKilled();
            changed();
            return true;
        });
    }

    @Override
    public synchronized boolean exists(Path path) {
        return path.startsWith(PROC) || MemDisks.exists(path) || tree.holds(path);
    }

    @Override
    public synchronized boolean isWritable(Path path) {
        return exists(path);
    }

    @Override
    public synchronized List<String> directories(Path directory) {
        return answer(
                "list",
                directory,
                Optional.empty(),
                () -> directory.startsWith(PROC)
                        ? new MemProc(hierarchies, processes).directories(PROC.relativize(directory))
                        : List.copyOf(group(directory).children().keySet()));
    }

    @Override
    public synchronized List<String> files(Path directory) {
        return answer(
                "list",
                directory,
                Optional.empty(),
                () -> directory.equals(MemDisks.SYS)
                        ? MemDisks.links()
                        : List.copyOf(group(directory).files().keySet()));
    }

    @Override
    public synchronized boolean createDirectory(Path directory) {
        return answer("create", directory, Optional.empty(), () -> {
            if (tree.find(directory).isPresent()) {
                return false;
            }
            MemGroup parent = group(MemTree.parent(directory));
            parent.hierarchy().create(parent, MemTree.name(directory));
            happened();
            return true;
        });
    }

    @Override
    public synchronized void removeDirectory(Path directory) {
        answer("remove", directory, Optional.empty(), () -> {
            MemGroup group = group(directory);
            group.hierarchy().remove(group);
            changed();
            return true;
        });
    }

    @Override
    public Path resolveLinks(Path path) {
        return MemDisks.resolve(path);
    }

    @Override
    public String readLink(Path link) {
        return answer("read the link", link, Optional.empty(), () -> MemProc.readLink(PROC.relativize(link)));
    }

    @Override
    public Path proc() {
        return PROC;
    }

    @Override
    public synchronized boolean kill(long pid) {
        boolean found = processes.kill(pid);
        changed();
        return found;
    }

    List<MemHierarchy> hierarchies() {
        return hierarchies;
    }

    <T> T answer(String operation, Path path, Optional<String> data, Supplier<T> action) {
        try {
            return action.get();
        } catch (KernelRefusal e) {
            Failure failure = new Failure(operation, Optional.of(path), data, Optional.of(e.errno()), "");
            throw Refusals.refusal(this, failure, null);
        }
    }

    MemGroup group(Path directory) {
        return tree.group(directory);
    }

    Optional<MemGroup> groupOf(Path file) {
        return tree.find(MemTree.parent(file));
    }
}
