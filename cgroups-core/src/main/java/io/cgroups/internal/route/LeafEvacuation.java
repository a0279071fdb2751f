package io.cgroups.internal.route;

import io.cgroups.Cgroup;
import io.cgroups.CgroupException;
import io.cgroups.Evacuation;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What {@link Cgroup#evacuate} did: in each hierarchy that wants it, all processes of a group are in a leaf below. */
final class LeafEvacuation implements Evacuation {
    private final Host host;
    private final List<GroupDir> inner;
    private final List<Runnable> restorations;
    private final Optional<Cgroup> leaf;
    private boolean undone;

    private LeafEvacuation(Host host, List<GroupDir> inner, Function<List<GroupDir>, Cgroup> group) {
        this.host = host;
        this.inner = inner;
        // What is enabled before is none of this evacuation's business afterwards.
        this.restorations = inner.stream()
                .map(dir -> host.driver(dir.hierarchy()).rememberEnabled(dir))
                .toList();
        this.leaf = inner.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        group.apply(inner.stream().map(LeafEvacuation::leaf).toList()));
    }

    static LeafEvacuation of(Host host, List<GroupDir> dirs, Function<List<GroupDir>, Cgroup> group) {
        List<GroupDir> inner = dirs.stream()
                .filter(dir -> host.driver(dir.hierarchy()).wantsProcessesInLeaves(dir))
                .toList();
        LeafEvacuation evacuation = new LeafEvacuation(host, inner, group);
        try {
            Deadline deadline = Relocation.deadline(host);
            inner.forEach(dir -> evacuation.move(dir, deadline));
            return evacuation;
        } catch (CgroupException e) {
            evacuation.undoAfter(e);
            throw e;
        }
    }

    private void move(GroupDir dir, Deadline deadline) {
        GroupDir leaf = leaf(dir);
        if (host.files().createDirectory(leaf.path())) {
            host.driver(dir.hierarchy()).prepare(leaf);
        }
        Relocation.move(host, dir, leaf, deadline);
    }

    private void undoAfter(CgroupException refusal) {
        try {
            undo();
        } catch (CgroupException e) {
            refusal.addSuppressed(e);
        }
    }

    private static GroupDir leaf(GroupDir dir) {
        return dir.child(LEAF);
    }

    @Override
    public Optional<Cgroup> leaf() {
        return leaf;
    }

    @Override
    public synchronized void undo() {
        if (undone) {
            return;
        }
        restorations.forEach(Runnable::run);
        Deadline deadline = Relocation.deadline(host);
        inner.stream()
                .filter(dir -> host.files().exists(leaf(dir).path()))
                .forEach(dir -> Relocation.move(host, leaf(dir), dir, deadline));
        leaf.ifPresent(Cgroup::delete);
        undone = true;
    }

    /** Returns where the processes are. */
    @Override
    public String toString() {
        return "evacuated to " + leaf.map(Object::toString).orElse("nowhere");
    }
}
