package io.cgroups;

import java.time.Duration;

/** A state that was waited for did not come in time; the call says what was restored and what stays. */
public final class CgroupTimeoutException extends CgroupException {
    private static final long serialVersionUID = 1L;

    /** See the accessor of the same name. */
    private final Duration waited;

    /**
     * Makes the exception.
     *
     * @param failure what was waited for
     * @param waited how long
     */
    public CgroupTimeoutException(Failure failure, Duration waited) {
        super(failure);
        this.waited = waited;
    }

    /**
     * How long the call waited.
     *
     * @return the time limit that passed
     */
    public Duration waited() {
        return waited;
    }
}
