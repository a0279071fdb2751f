package io.cgroups.internal.systemd;

import io.cgroups.InvalidNameException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of units, as systemd takes them. */
public final class UnitName {
    private static final int MAX_LENGTH = 255;
    private static final Pattern CHARACTERS = Pattern.compile("[a-zA-Z0-9:_.\\\\-]+");
    private static final String SLICE = ".slice";

    private UnitName() {}

    /** A name of a scope that nobody else has. */
    public static String unique() {
        long number = UUID.randomUUID().getMostSignificantBits() >>> Integer.SIZE;
        return "cgroups-" + ProcessHandle.current().pid() + "-" + Long.toHexString(number) + ".scope";
    }

    /**
     * Checks the name of a scope.
     *
     * @param name with or without {@code .scope}
     * @return the full name
     * @throws InvalidNameException if systemd would not take it
     */
    public static String scope(String name) {
        return checked(name, ".scope");
    }

    /**
     * Checks the name of a slice. Dashes in it are levels: {@code a-b.slice} is below {@code a.slice}.
     *
     * @param name with or without {@code .slice}
     * @return the full name
     * @throws InvalidNameException if systemd would not take it
     */
    public static String slice(String name) {
        String full = checked(name, SLICE);
        String stem = full.substring(0, full.length() - SLICE.length());
        if (!stem.equals("-") && (stem.startsWith("-") || stem.endsWith("-") || stem.contains("--"))) {
            throw new InvalidNameException(name, "each dash in the name of a slice is followed by the name of a level");
        }
        return full;
    }

    private static String checked(String name, String suffix) {
        String full = name.endsWith(suffix) ? name : name + suffix;
        if (full.length() == suffix.length() || !CHARACTERS.matcher(full).matches()) {
            throw new InvalidNameException(
                    name, "systemd takes letters and digits of ASCII and : _ . \\ - in the name of a unit");
        }
        if (full.length() > MAX_LENGTH) {
            throw new InvalidNameException(name, "systemd takes names of at most " + MAX_LENGTH + " characters");
        }
        return full;
    }
}
