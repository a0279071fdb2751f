package io.cgroups;

/**
 * There is nothing to work with: the system is not Linux, no cgroup hierarchy is mounted, or no driver for a mounted
 * hierarchy is on the class path (the hint names the missing artifact).
 */
public final class CgroupsUnavailableException extends CgroupException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what was tried and what would help
     */
    public CgroupsUnavailableException(Failure failure) {
        super(failure);
    }
}
