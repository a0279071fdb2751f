package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One group of one hierarchy of the in-memory kernel. Guarded by the kernel's lock. */
final class MemGroup {
    private final MemHierarchy hierarchy;
    private final @Nullable MemGroup parent;
    private final Map<String, MemGroup> children = new TreeMap<>();
    private final Map<String, MemFile> files = new TreeMap<>();
    private final Map<Class<?>, Object> states = new LinkedHashMap<>();

    MemGroup(MemHierarchy hierarchy, @Nullable MemGroup parent) {
        this.hierarchy = hierarchy;
        this.parent = parent;
    }

    MemHierarchy hierarchy() {
        return hierarchy;
    }

    Optional<MemGroup> parent() {
        return Optional.ofNullable(parent);
    }

    boolean isRoot() {
        return parent == null;
    }

    Map<String, MemGroup> children() {
        return children;
    }

    Map<String, MemFile> files() {
        return files;
    }

    void file(String name, MemFile file) {
        files.put(name, file);
    }

    MemFile requireFile(String name) {
        MemFile file = files.get(name);
        if (file == null) {
            throw new KernelRefusal(Errno.ENOENT);
        }
        return file;
    }

    /** A controller's own state of this group, found again by its type. */
    <T> T state(Class<T> type) {
        return Objects.requireNonNull(type.cast(states.get(type)), type.getName());
    }

    <T> T keep(T state) {
        states.put(state.getClass(), state);
        return state;
    }

    /** The threads in this group, by thread id. */
    List<MemThread> threads() {
        return hierarchy.kernel().processes().threadsIn(this);
    }

    /** The process ids of this group, sorted. */
    Set<Long> pids() {
        Set<Long> pids = new TreeSet<>();
        threads().forEach(thread -> pids.add(thread.pid()));
        return pids;
    }

    /** This group and all below, parents first. */
    List<MemGroup> subtree() {
        List<MemGroup> all = new ArrayList<>(List.of(this));
        children.values().forEach(child -> all.addAll(child.subtree()));
        return all;
    }
}
