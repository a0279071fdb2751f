package io.cgroups.v2;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Hierarchy.Version;
import io.cgroups.spi.Delegation;
import io.cgroups.spi.GroupDir;
import java.util.List;

/** What it means when the kernel refuses to enable a controller for the children of a group. */
final class V2EnablingRefusal {
    private V2EnablingRefusal() {}

    /**
     * Explains it.
     *
     * @param group the group whose {@code cgroup.subtree_control} was written
     * @param dir the group below that is to have the controller
     */
    static CgroupException explain(GroupDir group, GroupDir dir, String name, CgroupIoException refusal) {
        return switch (refusal.errno().orElse(Errno.UNKNOWN)) {
            case ENOENT ->
                Controller.of(name, Version.V2)
                        .<CgroupException>map(controller -> V2Unavailable.notAvailable(group, controller, refusal))
                        .orElse(refusal);
            case EBUSY -> refusal.withHint(V2Processes.found(group).toString());
            case EOPNOTSUPP ->
                refusal.withHint(
                        "the group is " + group.readIfPresent(V2Threads.TYPE).orElse("the root")
                                + ", and of threads only cpu, cpuset, pids and perf_event can be told apart: use a group outside"
                                + " of the threaded ones");
            case EACCES, EPERM ->
                Controller.of(name, Version.V2)
                        .map(controller -> refusal.withHint(notAllowed(group, dir, controller)))
                        .orElse(refusal);
            case EROFS -> refusal.withHint("the hierarchy is mounted read-only, as is usual in containers");
            case EINVAL ->
                refusal.withHint(
                        name.equals("cpu")
                                ? "the kernel (CONFIG_RT_GROUP_SCHED) does not enable cpu while there are real-time"
                                        + " processes outside of the root; give them another scheduling class or move"
                                        + " them to the root"
                                : "the kernel does not know this controller, or has it bound to a v1 hierarchy");
            default -> refusal;
        };
    }

    /** A group that is the caller's own lacks a file; with others their owner has to enable it. */
    private static String notAllowed(GroupDir group, GroupDir dir, Controller controller) {
        if (group.files().isWritable(group.path()) && !Delegation.missing(group).isEmpty()) {
            return Delegation.obstacle(group).toString();
        }
        V2Obstacles obstacles = new V2Obstacles(dir, controller);
        List<GroupDir> ofOthers = obstacles.lackingAbove(dir).stream()
                .filter(above -> !dir.files().isWritable(above.file(V2Enabling.SUBTREE_CONTROL)))
                .toList();
        return obstacles
                .notEnabled(ofOthers.isEmpty() ? List.of(group) : ofOthers)
                .toString();
    }
}
