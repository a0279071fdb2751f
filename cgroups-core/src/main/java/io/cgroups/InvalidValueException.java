package io.cgroups;

/**
 * A value that no kernel accepts as it is meant: out of range, or one the kernel would silently change.
 *
 * <p>A mistake in the program, found before any file is opened. A value that is in range but refused by the kernel at
 * hand is a {@link ValueRejectedException}; {@link Cgroup#files} writes any text.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** See the accessor of the same name. */
    private final String setting;
    /** See the accessor of the same name. */
    private final String value;
    /** See the accessor of the same name. */
    private final String hint;

    /**
     * Makes the exception.
     *
     * @param setting the setting, in the kernel's words, for example {@code cpu.cfs_quota_us}
     * @param value the value that was given
     * @param hint the range, and what happens outside it
     */
    public InvalidValueException(String setting, Object value, String hint) {
        super(setting + " <- \"" + value + "\": " + hint);
        this.setting = setting;
        this.value = String.valueOf(value);
        this.hint = hint;
    }

    /**
     * Checks that a number is within the range of a setting.
     *
     * @param setting the setting, in the kernel's words
     * @param value the number
     * @param min the smallest that is accepted
     * @param max the largest that is accepted
     * @param hint what else to say when it is not
     * @return the number
     * @throws InvalidValueException if the number is out of range
     */
    public static long inRange(String setting, long value, long min, long max, String hint) {
        if (value < min || value > max) {
            String range = max == Long.MAX_VALUE ? "at least " + min : min + " to " + max;
            throw new InvalidValueException(setting, value, "the range is " + range + "; " + hint);
        }
        return value;
    }

    /**
     * The setting the value was meant for.
     *
     * @return its name, in the kernel's words
     */
    public String setting() {
        return setting;
    }

    /**
     * The value that was given.
     *
     * @return its text
     */
    public String value() {
        return value;
    }

    /**
     * The range, and what happens outside it.
     *
     * @return one or more sentences
     */
    public String hint() {
        return hint;
    }
}
