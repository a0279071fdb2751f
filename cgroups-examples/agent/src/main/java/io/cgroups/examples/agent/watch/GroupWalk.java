package io.cgroups.examples.agent.watch;

import io.cgroups.Cgroup;
import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupPath;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the groups below a base, first one of them with all below it, then those near to the base, until there are enough. */
final class GroupWalk {
    /** Each group directly before those below it. */
    static final Comparator<CgroupPath> TREE_ORDER = (one, other) -> {
        List<String> left = one.parts();
        List<String> right = other.parts();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    };

    private final TreeMap<CgroupPath, Cgroup> groups = new TreeMap<>(TREE_ORDER);
    private final Map<CgroupPath, String> refusals = new HashMap<>();
    private final int leftOut;

    GroupWalk(Cgroup base, CgroupPath first, int maxGroups) {
        Deque<Cgroup> next = new ArrayDeque<>(List.of(base));
        while (!next.isEmpty() && groups.size() < maxGroups) {
            Cgroup group = next.remove();
            groups.put(group.path(), group);
            for (Cgroup child : childrenOf(group)) {
                if (isWithin(child.path(), first)) {
                    next.addFirst(child);
                } else {
                    next.addLast(child);
                }
            }
        }
        leftOut = next.size();
    }

    private static boolean isWithin(CgroupPath path, CgroupPath above) {
        int length = above.parts().size();
        return path.parts().size() >= length && path.parts().subList(0, length).equals(above.parts());
    }

    private List<Cgroup> childrenOf(Cgroup group) {
        try {
            return group.children();
        } catch (CgroupNotFoundException e) {
            // It went since its name was read; readings find out, too.
            return List.of();
        } catch (CgroupException e) {
            refusals.put(group.path(), e.failure().message());
            return List.of();
        }
    }

    /** The groups, the base among them, in the order of the tree. */
    Map<CgroupPath, Cgroup> groups() {
        return groups;
    }

    /** Groups whose children cannot be listed, and why. */
    Map<CgroupPath, String> refusals() {
        return refusals;
    }

    /** How many there are at least that were left out. */
    int leftOut() {
        return leftOut;
    }
}
