package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Hierarchy.Version;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which controllers a group of the unified hierarchy has, and which of them it enables for its children. */
final class V2SubtreeControl {
    /** Controllers of v2, whether this kernel has them on its unified hierarchy or not; other names are not known to it. */
    private static final Set<Controller> KNOWN = EnumSet.of(
            Controller.CPUSET,
            Controller.CPU,
            Controller.BLKIO,
            Controller.MEMORY,
            Controller.HUGETLB,
            Controller.PIDS,
            Controller.RDMA,
            Controller.MISC,
            Controller.PERF_EVENT);

    /** What one group enables. */
    private static final class State {
        private final Set<Controller> enabled = EnumSet.noneOf(Controller.class);
    }

    private V2SubtreeControl() {}

    static void populate(MemGroup group) {
        group.keep(new State());
        group.file("cgroup.controllers", MemFile.readOnly(() -> names(group, available(group))));
        group.file(
                "cgroup.subtree_control", MemFile.of(() -> names(group, enabled(group)), text -> change(group, text)));
    }

    /** The controllers that a group enables for its children. */
    static Set<Controller> enabled(MemGroup group) {
        return group.state(State.class).enabled;
    }

    /** The controllers that a group has itself: those that the group above enables, and a threaded group no other kind. */
    static Set<Controller> available(MemGroup group) {
        Set<Controller> available = EnumSet.noneOf(Controller.class);
        available.addAll(group.parent()
                .map(V2SubtreeControl::enabled)
                .orElse(group.hierarchy().controllers().keySet()));
        if (V2Domains.isThreaded(group)) {
            available.retainAll(V2Domains.THREADED);
        }
        return available;
    }

    /** The names in the order in which the kernel has its controllers. */
    private static String names(MemGroup group, Set<Controller> wanted) {
        return group.hierarchy().controllers().keySet().stream()
                .filter(wanted::contains)
                .map(controller -> controller.kernelName(Version.V2))
                .collect(Collectors.joining(" "));
    }

    private static void change(MemGroup group, String text) {
        Set<Controller> enable = EnumSet.noneOf(Controller.class);
        Set<Controller> disable = EnumSet.noneOf(Controller.class);
        for (String token : text.split(" ", -1)) {
            if (!token.isEmpty()) {
                Controller controller = known(token);
                (token.startsWith("+") ? enable : disable).add(controller);
                (token.startsWith("+") ? disable : enable).remove(controller);
            }
        }
        Set<Controller> present = enabled(group);
        enable.removeAll(present);
        disable.retainAll(present);
        if (!available(group).containsAll(enable)) {
            throw new KernelRefusal(Errno.ENOENT);
        }
        if (group.children().values().stream()
                .anyMatch(child -> enabled(child).stream().anyMatch(disable::contains))) {
            throw new KernelRefusal(Errno.EBUSY);
        }
        if (!enable.isEmpty()) {
            checkEnable(group, enable);
        }
        present.addAll(enable);
        present.removeAll(disable);
        group.children().values().forEach(group.hierarchy()::refresh);
    }

    private static Controller known(String token) {
        return Controller.of(token.substring(1), Version.V2)
                .filter(KNOWN::contains)
                .filter(controller -> token.startsWith("+") || token.startsWith("-"))
                .orElseThrow(() -> new KernelRefusal(Errno.EINVAL));
    }

    /** Members must not compete with children for what only domains can share out; threads of one domain may. */
    private static void checkEnable(MemGroup group, Set<Controller> enable) {
        if (!V2Domains.isValidDomain(V2Domains.domain(group))) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        if (group.isRoot()) {
            return;
        }
        boolean forDomains = !V2Domains.THREADED.containsAll(enable);
        if (forDomains && (V2Domains.isThreadRoot(group) || V2Domains.isThreaded(group))) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        boolean mayCompete = !forDomains && (V2Domains.canBeThreadRoot(group) || V2Domains.isThreaded(group));
        if (!mayCompete && !group.threads().isEmpty()) {
            throw new KernelRefusal(Errno.EBUSY);
        }
    }
}
