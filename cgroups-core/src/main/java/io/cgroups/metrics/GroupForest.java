package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupPath;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups of a tree that are measured. Only its numbers may be asked for by several threads. */
final class GroupForest {
    private static final System.Logger LOG = System.getLogger(GroupForest.class.getName());

    private final CgroupTreeMetrics.Builder wanted;
    private final Runnable atEnd;
    private final Rounds rounds = new Rounds();
    private final Map<CgroupPath, GroupMeters> measured = new LinkedHashMap<>();
    private final Set<CgroupPath> reported = new HashSet<>();
    private volatile int size;
    private volatile int leftOut;

    /**
     * Measures none at first.
     *
     * @param wanted the settings, which nobody changes any more
     * @param atEnd run when a group turns out to be gone; must not wait
     */
    GroupForest(CgroupTreeMetrics.Builder wanted, Runnable atEnd) {
        this.wanted = wanted;
        this.atEnd = atEnd;
    }

    int size() {
        return size;
    }

    int leftOut() {
        return leftOut;
    }

    /** Has those that are there now, and no others. */
    void follow(Cgroup base, Registries registries) {
        Map<CgroupPath, Cgroup> found = new LinkedHashMap<>();
        collect(childrenOfBase(base), 1, found);
        measured.entrySet().removeIf(group -> {
            boolean isLost = group.getValue().isOver() || !found.containsKey(group.getKey());
            if (isLost) {
                group.getValue().close();
            }
            return isLost;
        });
        found.keySet().removeAll(measured.keySet());
        List<MeterRegistry> into = registries.all();
        int tooMany = 0;
        for (Cgroup group : found.values()) {
            if (measured.size() < wanted.maxGroups) {
                measure(group, into);
            } else {
                tooMany++;
            }
        }
        size = measured.size();
        leftOut = tooMany;
    }

    /** None when it is gone; it may come again. */
    private static List<Cgroup> childrenOfBase(Cgroup base) {
        try {
            return base.children();
        } catch (CgroupNotFoundException e) {
            return List.of();
        }
    }

    private void measure(Cgroup group, List<MeterRegistry> registries) {
        Tags tags;
        try {
            tags = tags(group);
        } catch (CgroupNotFoundException e) {
            // It went while the caller's function looked at it.
            return;
        }
        GroupMeters meters = new GroupMeters(group, wanted.naming.names(), tags, rounds, atEnd);
        registries.forEach(meters::bind);
        measured.put(group.path(), meters);
    }

    private Tags tags(Cgroup group) {
        Tags callers = Tags.of(wanted.tags.apply(group));
        return childrenOf(group).isEmpty()
                ? callers
                : wanted.naming.names().parent().and(callers);
    }

    private boolean isWanted(Cgroup group) {
        try {
            return wanted.filter.test(group);
        } catch (CgroupNotFoundException e) {
            return false;
        }
    }

    private void collect(List<Cgroup> groups, int level, Map<CgroupPath, Cgroup> found) {
        for (Cgroup group : groups) {
            if (isWanted(group)) {
                found.put(group.path(), group);
            }
            if (level < wanted.depth) {
                collect(childrenOf(group), level + 1, found);
            }
        }
    }

    /** None of a group that is gone in the meantime, or that may not be looked into. */
    private List<Cgroup> childrenOf(Cgroup group) {
        try {
            return group.children();
        } catch (CgroupNotFoundException e) {
            return List.of();
        } catch (CgroupIoException e) {
            if (reported.add(group.path())) {
                LOG.log(Level.WARNING, "The groups below one are not measured: " + e.getMessage());
            }
            return List.of();
        }
    }

    void bind(MeterRegistry registry) {
        measured.values().forEach(group -> group.bind(registry));
    }

    void close() {
        measured.values().forEach(GroupMeters::close);
        measured.clear();
        size = 0;
        leftOut = 0;
    }
}
