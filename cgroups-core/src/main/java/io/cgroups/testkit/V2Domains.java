package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Errno;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which kind each group of the unified hierarchy is. Resources belong to domains; a threaded group is part of the domain of
 * a group above, so that threads of one process may be in several groups of it.
 */
final class V2Domains {
    /** The controllers that can tell threads of one process apart. */
    static final Set<Controller> THREADED =
            Set.of(Controller.CPU, Controller.CPUSET, Controller.PIDS, Controller.PERF_EVENT);

    /** The group whose domain a group is part of: itself, if it is not threaded. */
    private static final class State {
        private MemGroup domain;

        private State(MemGroup domain) {
            this.domain = domain;
        }
    }

    private V2Domains() {}

    static void populate(MemGroup group) {
        group.keep(new State(group));
        if (!group.isRoot()) {
            group.file("cgroup.type", MemFile.of(() -> type(group), text -> setType(group, text)));
        }
    }

    static MemGroup domain(MemGroup group) {
        return group.state(State.class).domain;
    }

    static boolean isThreaded(MemGroup group) {
        return domain(group) != group;
    }

    /** Whether nothing above makes it impossible that this group is a domain; the root puts up with every child. */
    static boolean isValidDomain(MemGroup group) {
        if (isThreaded(group)) {
            return false;
        }
        for (MemGroup at = group; !at.isRoot(); ) {
            at = at.parent().orElseThrow();
            if (isThreaded(at) || (!at.isRoot() && isThreadRoot(at))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a group is the top of a threaded sub-tree: it has threaded children, or competes with its children. */
    static boolean isThreadRoot(MemGroup group) {
        boolean competes = !group.threads().isEmpty()
                && V2SubtreeControl.enabled(group).stream().anyMatch(THREADED::contains);
        return !isThreaded(group)
                && (competes || group.children().values().stream().anyMatch(V2Domains::isThreaded));
    }

    static boolean canBeThreadRoot(MemGroup group) {
        boolean hasDomainBelow =
                group.children().values().stream().anyMatch(child -> !isThreaded(child) && child.isPopulated());
        return group.isRoot() || (!isThreaded(group) && !hasDomainBelow && !hasDomainControllers(group));
    }

    private static boolean hasDomainControllers(MemGroup group) {
        Set<Controller> enabled = EnumSet.noneOf(Controller.class);
        enabled.addAll(V2SubtreeControl.enabled(group));
        enabled.removeAll(THREADED);
        return !enabled.isEmpty();
    }

    private static String type(MemGroup group) {
        if (isThreaded(group)) {
            return "threaded";
        }
        if (!isValidDomain(group)) {
            return "domain invalid";
        }
        return isThreadRoot(group) ? "domain threaded" : "domain";
    }

    private static void setType(MemGroup group, String text) {
        if (!text.equals("threaded")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        MemGroup above = domain(group.parent().orElseThrow());
        if (isThreaded(group)) {
            return;
        }
        boolean joinable = isValidDomain(above) && canBeThreadRoot(above);
        if (group.isPopulated() || hasDomainControllers(group) || !joinable) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        // Threaded groups below were part of this group's domain.
        group.subtree().stream()
                .map(below -> below.state(State.class))
                .filter(below -> below.domain == group)
                .forEach(below -> below.domain = above);
        group.subtree().forEach(group.hierarchy()::refresh);
    }
}
