package io.cgroups.tree;

/** What kind of group one of the unified hierarchy is; {@code cgroup.type}. */
public enum GroupType {
    /** A normal group, whose members are whole processes; every new one below a normal group. */
    DOMAIN("domain"),
    /** The top of a threaded sub-tree: its processes may have their threads in the threaded groups below. */
    DOMAIN_THREADED("domain threaded"),
    /** Below a threaded group and not yet threaded: it can have no members until it is. */
    DOMAIN_INVALID("domain invalid"),
    /** Part of a threaded sub-tree: its members are single threads. */
    THREADED("threaded");

    private final String kernelName;

    GroupType(String kernelName) {
        this.kernelName = kernelName;
    }

    /**
     * The name the kernel uses.
     *
     * @return for example {@code domain threaded}
     */
    public String kernelName() {
        return kernelName;
    }
}
