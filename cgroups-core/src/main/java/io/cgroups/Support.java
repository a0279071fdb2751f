package io.cgroups;

/** Whether a setting works for a group, and if not, what stands in the way. */
public enum Support {
    /** It is there, and the caller may read and set it as far as it can be; a value may still be refused. */
    WORKS,
    /** No mounted hierarchy carries its controller. */
    NOT_MOUNTED,
    /** Its controller is mounted, but the group was not made in that hierarchy. */
    NOT_IN_GROUP,
    /**
     * Its controller is not enabled for the group, because a group above does not enable it for those below. Setting it
     * enables the controller where the caller may; reading it does not.
     */
    NOT_ENABLED,
    /** It is there, but the caller may not write it: not the owner, or a read-only mount, or a missing capability. */
    NOT_DELEGATED,
    /** The group is the root of the hierarchy, for which the kernel does not have it or takes no value. */
    NOT_AT_ROOT,
    /** The kernel has it for the root of the hierarchy only. */
    ONLY_AT_ROOT,
    /** The kernel is too old for it, or was built or booted without it. */
    NOT_IN_KERNEL,
    /** The version of control groups of the hierarchy has nothing that means this. */
    NO_EQUIVALENT
}
