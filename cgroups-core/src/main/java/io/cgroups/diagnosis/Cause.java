package io.cgroups.diagnosis;

/** The kinds of things that stand in the way. */
public enum Cause {
    /** There are no control groups to look at: this is not Linux, or {@code /proc} is not mounted or cannot be read. */
    NO_CONTROL_GROUPS,
    /** The configuration of this library names something that is not there. */
    MISCONFIGURED,
    /** Nothing is mounted that carries it, though the kernel has it. */
    NOT_MOUNTED,
    /** No driver for the hierarchy is on the class path. */
    NO_DRIVER,
    /** The hierarchy is mounted read-only. */
    READ_ONLY,
    /** What is mounted does not show the group that the caller is in. */
    OUT_OF_SIGHT,
    /** The group belongs to somebody else. */
    NOT_DELEGATED,
    /** A group above does not enable it for those below. */
    NOT_ENABLED,
    /** Processes are where the unified hierarchy takes none, or no controllers: it has processes in the leaves only. */
    PROCESSES_IN_THE_WAY,
    /** It takes a capability that delegation does not give. */
    NEEDS_PRIVILEGE,
    /** The kernel is too old for it, or was built or booted without it. */
    NOT_IN_KERNEL,
    /** The version of control groups at hand has nothing like it. */
    NO_EQUIVALENT,
    /** A file of the kernel that tells of it could not be read. */
    UNREADABLE
}
