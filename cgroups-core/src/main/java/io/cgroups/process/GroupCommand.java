package io.cgroups.process;

import io.cgroups.CgroupWork;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A program to start inside a group: a {@link ProcessBuilder} that knows where.
 *
 * <p>As there, the default is the environment and the directory of this JVM, and pipes for the three streams. It may be
 * started more than once. Not safe for use by several threads.
 */
public final class GroupCommand {
    private final CgroupWork group;
    private final ProcessBuilder builder;

    private GroupCommand(CgroupWork group, List<String> command) {
        this.group = Objects.requireNonNull(group, "group");
        this.builder = new ProcessBuilder(new ArrayList<>(command));
    }

    /**
     * Describes a program in a group; {@link io.cgroups.Cgroup#command(String...)} is shorter.
     *
     * @param group the group
     * @param command the program and its arguments; copied
     * @return the description
     * @throws IllegalArgumentException if no program is named
     */
    public static GroupCommand in(CgroupWork group, List<String> command) {
        List<String> copy = List.copyOf(command);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("no program is named");
        }
        return new GroupCommand(group, copy);
    }

    /**
     * Sets a variable of the environment.
     *
     * @param name its name
     * @param value its value
     * @return this
     * @throws IllegalArgumentException if the operating system takes no such name or value
     */
    public GroupCommand environment(String name, String value) {
        builder.environment().put(name, value);
        return this;
    }

    /**
     * Takes a variable out of the environment.
     *
     * @param name its name
     * @return this
     */
    public GroupCommand removeEnvironment(String name) {
        builder.environment().remove(name);
        return this;
    }

    /**
     * Takes all variables out of the environment, those inherited from this JVM and those set before.
     *
     * @return this
     */
    public GroupCommand clearEnvironment() {
        builder.environment().clear();
        return this;
    }

    /**
     * Sets the working directory.
     *
     * @param directory a directory
     * @return this
     */
    public GroupCommand directory(Path directory) {
        builder.directory(directory.toFile());
        return this;
    }

    /**
     * Sets where standard input comes from.
     *
     * @param source for example {@link Redirect#INHERIT}
     * @return this
     * @throws IllegalArgumentException if it is a redirect for output
     */
    public GroupCommand redirectInput(Redirect source) {
        builder.redirectInput(source);
        return this;
    }

    /**
     * Reads standard input from a file.
     *
     * @param file the file
     * @return this
     */
    public GroupCommand redirectInput(Path file) {
        return redirectInput(Redirect.from(file.toFile()));
    }

    /**
     * Sets where standard output goes to.
     *
     * @param destination for example {@link Redirect#DISCARD}
     * @return this
     * @throws IllegalArgumentException if it is a redirect for input
     */
    public GroupCommand redirectOutput(Redirect destination) {
        builder.redirectOutput(destination);
        return this;
    }

    /**
     * Writes standard output to a file, which is made or emptied first.
     *
     * @param file the file
     * @return this
     */
    public GroupCommand redirectOutput(Path file) {
        return redirectOutput(Redirect.to(file.toFile()));
    }

    /**
     * Sets where standard error goes to.
     *
     * @param destination for example {@link Redirect#INHERIT}
     * @return this
     * @throws IllegalArgumentException if it is a redirect for input
     */
    public GroupCommand redirectError(Redirect destination) {
        builder.redirectError(destination);
        return this;
    }

    /**
     * Writes standard error to a file, which is made or emptied first.
     *
     * @param file the file
     * @return this
     */
    public GroupCommand redirectError(Path file) {
        return redirectError(Redirect.to(file.toFile()));
    }

    /**
     * Sends standard error to where standard output goes.
     *
     * @return this
     */
    public GroupCommand redirectErrorStream() {
        builder.redirectErrorStream(true);
        return this;
    }

    /**
     * Gives the program the three streams of this JVM.
     *
     * @return this
     */
    public GroupCommand inheritIO() {
        builder.inheritIO();
        return this;
    }

    /**
     * Starts it; see {@link CgroupWork#start(ProcessBuilder)}, also for the exceptions.
     *
     * @return the process, which is in the group
     * @throws IOException if the program cannot be run
     * @throws io.cgroups.CgroupIoException if the kernel does not take it into the group; the program did not run
     * @throws io.cgroups.CgroupTimeoutException if it could not join within a minute; it was killed
     */
    public Process start() throws IOException {
        return group.start(builder);
    }

    /** Returns the program and its arguments. */
    @Override
    public String toString() {
        return builder.command().toString();
    }
}
