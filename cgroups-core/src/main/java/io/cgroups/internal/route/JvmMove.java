package io.cgroups.internal.route;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.SelfMove;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** This JVM in a group, and the steps that take it back. */
final class JvmMove implements SelfMove {
    private final Host host;
    private final Cgroup group;
    private final List<GroupDir> dirs;
    private final List<GroupDir> made;
    private final Enabling enabling;
    private final JvmPlace place;
    private final List<EnabledSince> enabledSince = new ArrayList<>();
    /** What is still to be done: each has its whole effect, or is tried again. */
    private final Deque<Runnable> steps = new ArrayDeque<>();

    private JvmMove(Host host, Cgroup group, List<GroupDir> dirs, List<GroupDir> made) {
        this.host = host;
        this.group = group;
        this.dirs = dirs;
        this.made = made;
        this.enabling = new Enabling(host);
        this.place = JvmPlace.now(host, dirs);
        for (int i = 0; i < dirs.size(); i++) {
            enabledSince.add(EnabledSince.between(host, place.groups().get(i), dirs.get(i)));
        }
        steps.addAll(List.of(this::leave, enabling::undo, this::removeMade, place::returnStrays));
    }

    /**
     * Moves this JVM.
     *
     * @param made what is to be removed in the end, the lower before the upper
     */
    static JvmMove into(Host host, Cgroup group, List<GroupDir> dirs, List<GroupDir> made) {
        JvmMove move = new JvmMove(host, group, dirs, made);
        try {
            move.enter();
            return move;
        } catch (CgroupException e) {
            move.place.restoreAfter(e);
            throw e;
        }
    }

    private void enter() {
        Attachment.ofProcesses(host).attach(dirs, "0", "self");
    }

    /** Enables controllers now that this JVM does not stand in their way; takes everything back when that is refused. */
    JvmMove enabling(Set<Controller> controllers) {
        try {
            dirs.forEach(dir -> enabling.enable(dir, controllers));
            return this;
        } catch (CgroupException e) {
            try {
                undo();
            } catch (CgroupException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    @Override
    public Cgroup group() {
        return group;
    }

    @Override
    public synchronized void undo() {
        while (!steps.isEmpty()) {
            steps.element().run();
            steps.remove();
        }
    }

    private void leave() {
        boolean endsLimits =
                !made.isEmpty() || enabling.any() || enabledSince.stream().anyMatch(EnabledSince::any);
        List<GroupDir> own = dirs.stream().filter(made::contains).toList();
        new WayBack(host, dirs, place.groups()).check(endsLimits, enabledSince, own);
        if (!own.isEmpty()) {
            // Threads of this JVM may be in groups below, which go away.
            enter();
            own.stream().flatMap(dir -> dir.children().stream()).forEach(this::delete);
        }
        enabledSince.forEach(EnabledSince::disable);
        place.returnProcess();
    }

    private void removeMade() {
        made.forEach(this::remove);
    }

    private void remove(GroupDir dir) {
        if (dirs.contains(dir)) {
            delete(dir);
            return;
        }
        try {
            host.files().removeDirectory(dir.path());
        } catch (CgroupNotFoundException | CgroupBusyException e) {
            // Somebody else has removed it, or made another group in it and needs it.
            return;
        }
    }

    private void delete(GroupDir dir) {
        new Deletion(host, List.of(dir)).delete(Deadline.in(host.files().clock(), Cgroup.DELETE_LIMIT));
    }

    /** Returns where this JVM is, and where it came from. */
    @Override
    public String toString() {
        return "this JVM in " + group + ", from " + place.groups();
    }
}
