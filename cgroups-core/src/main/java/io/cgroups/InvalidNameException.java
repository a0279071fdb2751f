package io.cgroups;

/** A text that cannot name a group or a control file; found before any file is opened. */
public final class InvalidNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** See the accessor of the same name. */
    private final String name;
    /** See the accessor of the same name. */
    private final String hint;

    /**
     * Makes the exception.
     *
     * @param name the text that was given
     * @param hint what is wrong with it, and what would do
     */
    public InvalidNameException(String name, String hint) {
        super("\"" + name.replace("\0", "\\0") + "\": " + hint);
        this.name = name;
        this.hint = hint;
    }

    /**
     * The text that was given.
     *
     * @return the text, unchanged
     */
    public String name() {
        return name;
    }

    /**
     * What is wrong with it, and what would do.
     *
     * @return one or more sentences
     */
    public String hint() {
        return hint;
    }
}
