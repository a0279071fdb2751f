package io.cgroups.spi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds a command that a user can paste into a shell: steps of which each is run only when the one before worked. */
public final class ShellCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@,+=-]+");

    private final List<String> steps = new ArrayList<>();

    /** Starts without a step. */
    public ShellCommand() {}

    /**
     * Makes the directory of a group, with those above it.
     *
     * @param directory the directory
     * @return this
     */
    public ShellCommand makeDirectory(Path directory) {
        return step("mkdir -p " + quoted(directory));
    }

    /**
     * Gives files to a user.
     *
     * @param user the user
     * @param files the files; nothing is done when there are none
     * @return this
     */
    public ShellCommand give(String user, Collection<Path> files) {
        return files.isEmpty()
                ? this
                : step("chown " + user + " "
                        + files.stream().map(ShellCommand::quoted).collect(Collectors.joining(" ")));
    }

    /**
     * Writes a text to a file.
     *
     * @param text a plain word
     * @param file the file
     * @return this
     */
    public ShellCommand write(String text, Path file) {
        return step("echo " + text + " > " + quoted(file));
    }

    /**
     * Writes to a file what another one holds.
     *
     * @param from the file to read
     * @param to the file to write
     * @return this
     */
    public ShellCommand copy(Path from, Path to) {
        return step("cat " + quoted(from) + " > " + quoted(to));
    }

    /**
     * Adds a step.
     *
     * @param command the command
     * @return this
     */
    public ShellCommand step(String command) {
        steps.add(command);
        return this;
    }

    /**
     * Whether there is anything to do.
     *
     * @return true without a step
     */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * A path as one word of a shell.
     *
     * @param path the path
     * @return the path, in quotes where it needs them
     */
    public static String quoted(Path path) {
        String text = path.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Returns the command, in one line. */
    @Override
    public String toString() {
        return String.join(" && ", steps);
    }
}
