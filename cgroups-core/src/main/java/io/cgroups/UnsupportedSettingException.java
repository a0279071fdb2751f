package io.cgroups;

/**
 * This hierarchy or this kernel has no such setting: the kernel is too old or built without it, or the setting has no
 * equivalent on this version of control groups.
 */
public final class UnsupportedSettingException extends CgroupException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure the setting, the file that would be needed, and what to do instead
     */
    public UnsupportedSettingException(Failure failure) {
        super(failure);
    }
}
