package io.cgroups;

/** What closing a {@link ScopedCgroup} does with members that are still there. */
public enum OnClose {
    /** Kill them, and those of groups below, then remove the group. */
    KILL,
    /**
     * Move those of this group itself to the parent group, then remove the group; {@link Cgroup#moveMembersToParent} says
     * when that is refused.
     */
    MOVE_TO_PARENT,
    /** Leave them alone; closing throws {@link CgroupBusyException} and the group stays. */
    FAIL_IF_BUSY
}
