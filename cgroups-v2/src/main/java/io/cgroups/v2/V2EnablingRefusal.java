package io.cgroups.v2;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Hierarchy.Version;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;

/** What it means when the kernel refuses to enable a controller for the children of a group. */
final class V2EnablingRefusal {
    private V2EnablingRefusal() {}

    static CgroupException explain(GroupDir group, String name, CgroupIoException refusal) {
        return switch (refusal.errno().orElse(Errno.UNKNOWN)) {
            case ENOENT ->
                Controller.of(name, Version.V2)
                        .<CgroupException>map(controller -> V2Unavailable.notAvailable(group, controller, refusal))
                        .orElse(refusal);
            case EBUSY ->
                refusal.withHint("the group has processes itself " + Members.of(group, V2Driver.PROCESSES)
                        + ", and the unified hierarchy lets a group have processes or enable controllers for its"
                        + " children, not both: move them into a leaf, as evacuate() of that group does, or elsewhere");
            case EOPNOTSUPP ->
                refusal.withHint(
                        "the group is " + group.readIfPresent(V2Threads.TYPE).orElse("the root")
                                + ", and of threads only cpu, cpuset, pids and perf_event can be told apart: use a group outside"
                                + " of the threaded ones");
            case EACCES, EPERM ->
                refusal.withHint(
                        "the group is not delegated to this user: enable " + name + " there as its owner (echo +"
                                + name + " > "
                                + refusal.failure().path().map(Object::toString).orElse("")
                                + "), or let systemd delegate it (Delegate=" + name + ")");
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
}
