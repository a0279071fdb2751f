package io.cgroups;

/** What can be done with a setting. */
public enum SettingAccess {
    /** Reading only. */
    READ,
    /** Setting only, or an action. */
    WRITE,
    /** Reading and setting. */
    BOTH;

    /**
     * Whether the setting tells anything.
     *
     * @return false for what is for setting only
     */
    public boolean reads() {
        return this != WRITE;
    }

    /**
     * Whether the setting changes anything.
     *
     * @return false for what is for reading only
     */
    public boolean writes() {
        return this != READ;
    }
}
