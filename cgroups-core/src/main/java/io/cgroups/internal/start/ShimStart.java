package io.cgroups.internal.start;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.GroupEntry;
import io.cgroups.spi.KernelClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts a program inside a group without native code: a shell joins the group by itself, and becomes the program. From
 * outside a running process could only be moved in after it has run, and perhaps forked, elsewhere.
 *
 * <p>The shell is started by the caller's own builder, whose command is exchanged for the time of the call: so directory,
 * redirects and environment are the caller's, to the byte, and not copies.
 */
public final class ShimStart {
    /** Much longer than joins take on the slowest of machines, where they wait for each other. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final int TRIES = 3;

    private final Path proc;
    private final KernelClock clock;
    private final ProgramPath programs;
    /** Found at the first start, and the same ever after. */
    private volatile @Nullable ShimTools tools;

    /**
     * Starts programs by the shell of this system.
     *
     * @param proc where the process file system is mounted
     * @param clock the clock to wait by
     */
    public ShimStart(Path proc, KernelClock clock) {
        this(proc, clock, null, ProgramPath.ofThisJvm());
    }

    /**
     * Starts programs by other tools.
     *
     * @param tools the tools, null for those of this system
     * @param programs where programs are looked for
     */
    ShimStart(Path proc, KernelClock clock, @Nullable ShimTools tools, ProgramPath programs) {
        this.proc = proc;
        this.clock = clock;
        this.tools = tools;
        this.programs = programs;
    }

    /**
     * Starts a program.
     *
     * @param program what to start; unchanged when this returns
     * @param entry the way into the group
     * @return the process, which is in the group
     * @throws IOException if the program cannot be run
     */
    public Process start(ProcessBuilder program, GroupEntry entry) throws IOException {
        for (int left = TRIES; left > 0; left--) {
            Shim shim = launch(program, entry.files());
            switch (new ShimWait(clock, LIMIT).outcome(shim, entry)) {
                case REFUSED -> findRefusal(shim, entry);
                case NOT_RUN -> {
                    shim.end(clock);
                    throw ProgramPath.cannotRun(
                            shim.program(),
                            program.directory(),
                            "the kernel does not execute it; the shell has written the reason to its standard error");
                }
                case ON_THE_WAY -> {
                    shim.end(clock);
                    throw new CgroupTimeoutException(
                            Failure.of(
                                            "start " + shim.program(),
                                            "the process could not join the group in time and was killed; a group it"
                                                    + " comes from or joins is frozen, or has hardly any CPU time")
                                    .at(entry.files().get(0)),
                            LIMIT);
                }
                case STARTED -> {
                    return shim.process();
                }
            }
        }
        throw CgroupIoException.of(
                Failure.of("join", entry.files().get(0), Errno.EACCES)
                        .withHint("the shell that joins before the program runs is refused what this JVM may do: look"
                                + " for a security module that confines it"),
                null);
    }

    /** The shell knows only that it was refused; the same join from here tells why. It may be taken now. */
    private void findRefusal(Shim shim, GroupEntry entry) {
        try {
            entry.join(shim.pid());
        } finally {
            shim.end(clock);
        }
    }

    private ShimTools tools() throws IOException {
        ShimTools known = tools;
        if (known == null) {
            requireOwnProc();
            known = ShimTools.ofThisSystem();
            tools = known;
        }
        return known;
    }

    /** That of another pid namespace shows other processes than ours. */
    private void requireOwnProc() throws IOException {
        String self = Files.readSymbolicLink(proc.resolve("self")).toString();
        if (!self.equals(Long.toString(ProcessHandle.current().pid()))) {
            throw new CgroupsUnavailableException(
                    Failure.of("start a program", "it is that of another pid namespace: mount it anew in this one")
                            .at(proc));
        }
    }

    private Shim launch(ProcessBuilder program, List<Path> files) throws IOException {
        ShimTools with = tools();
        synchronized (program) {
            List<String> command = program.command();
            Map<String, String> variables = program.environment();
            ChildEnvironment environment = ChildEnvironment.of(variables);
            ShimScript script = new ShimScript(with, files, environment, arguments(program, variables));
            try {
                program.command(script.command());
                variables.keySet().removeAll(environment.around().keySet());
                return new Shim(script, command.get(0), program.start(), proc);
            } catch (IOException e) {
                throw inTheProgramsName(e, with.sh(), command.get(0));
            } finally {
                program.command(command);
                variables.putAll(environment.around());
            }
        }
    }

    private List<String> arguments(ProcessBuilder program, Map<String, String> variables) throws IOException {
        List<String> arguments = new ArrayList<>(program.command());
        String name = arguments.get(0);
        // A name with a NUL is refused by the builder itself.
        if (name.indexOf('\0') < 0) {
            arguments.set(
                    0,
                    programs.toExecute(name, program.directory(), variables.getOrDefault("PATH", ProgramPath.DEFAULT)));
        }
        return arguments;
    }

    /** What the builder says of the shell it would have said of the program: the shell is there. */
    private static IOException inTheProgramsName(IOException e, String sh, String name) {
        String ofShell = "Cannot run program \"" + sh + "\"";
        String message = String.valueOf(e.getMessage());
        return message.startsWith(ofShell)
                ? new IOException(
                        "Cannot run program \"" + name + "\"" + message.substring(ofShell.length()), e.getCause())
                : e;
    }
}
