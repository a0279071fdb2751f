package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private final Map<MemController, Belongings> controllers = new LinkedHashMap<>();
    private final Map<String, String> attributes = new TreeMap<>();

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

    /** The extended attributes, by name. */
    Map<String, String> attributes() {
        return attributes;
    }

    void file(String name, MemFile file) {
        files.put(hierarchy.core().fileName(name), file);
    }

    MemFile requireFile(String name) {
        MemFile file = files.get(name);
        if (file == null) {
            throw new KernelRefusal(Errno.ENOENT);
        }
        return file;
    }

    /** What a controller has added to this group. */
    private record Belongings(Set<String> files, Set<Class<?>> states) {}

    /** Makes these the controllers of this group: files and states of others go, those of new ones come. */
    void control(Collection<MemController> wanted) {
        for (MemController controller : List.copyOf(controllers.keySet())) {
            if (!wanted.contains(controller)) {
                controller.removed(this);
                Belongings gone = Objects.requireNonNull(controllers.remove(controller));
                files.keySet().removeAll(gone.files());
                states.keySet().removeAll(gone.states());
            }
        }
        for (MemController controller : wanted) {
            if (!controllers.containsKey(controller)) {
                Set<String> files = new TreeSet<>(this.files.keySet());
                Set<Class<?>> states = new HashSet<>(this.states.keySet());
                controller.populate(this);
                controllers.put(controller, new Belongings(added(files, this.files), added(states, this.states)));
            }
        }
    }

    private static <T> Set<T> added(Set<T> before, Map<T, ?> now) {
        Set<T> added = new HashSet<>(now.keySet());
        added.removeAll(before);
        return added;
    }

    /** Tells the controllers of this group, and of those above, of new members here. */
    void grown() {
        for (MemGroup at = this; at != null; at = at.parent) {
            MemGroup group = at;
            group.controllers.keySet().forEach(controller -> controller.grown(group));
        }
    }

    /** A controller's own state of this group, found again by its type. */
    <T> T state(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("no " + type.getName()));
    }

    /** The same, where the group may be without the controller. */
    <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(states.get(type)).map(type::cast);
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

    /** The thread ids of this group, sorted. */
    Set<Long> tids() {
        Set<Long> tids = new TreeSet<>();
        threads().forEach(thread -> tids.add(thread.tid()));
        return tids;
    }

    /** Whether this group or one below has members. */
    boolean isPopulated() {
        return subtree().stream().anyMatch(group -> !group.threads().isEmpty());
    }

    /** This group and all below, parents first. */
    List<MemGroup> subtree() {
        List<MemGroup> all = new ArrayList<>(List.of(this));
        children.values().forEach(child -> all.addAll(child.subtree()));
        return all;
    }
}
