package io.cgroups;

/** systemd said no, or did not do what it was asked. */
public final class SystemdException extends CgroupException {
    private static final long serialVersionUID = 1L;

    /** See the accessor of the same name. */
    private final String unit;
    /** See the accessor of the same name. */
    private final String error;

    /**
     * Makes the exception.
     *
     * @param failure what was tried, with the words of systemd
     * @param unit the unit it was about
     * @param error the name of the error
     */
    public SystemdException(Failure failure, String unit, String error) {
        super(failure);
        this.unit = unit;
        this.error = error;
    }

    /**
     * The unit it was about.
     *
     * @return its full name, for example {@code batch.scope}
     */
    public String unit() {
        return unit;
    }

    /**
     * What kind of refusal it is.
     *
     * @return the name of a D-Bus error, for example {@code org.freedesktop.systemd1.UnitExists}, or the result of a job,
     *     for example {@code failed}
     */
    public String error() {
        return error;
    }
}
