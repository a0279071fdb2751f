package io.cgroups.internal.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cgroups.spi.KernelClock;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

/** A shell on its way into a group and into a program, seen from outside by its command line. */
final class Shim {
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    /** How far it has come. */
    enum Stage {
        /** It is still the shell, or just being replaced. */
        ON_THE_WAY,
        /** It is the program, or the program has ended already. */
        STARTED,
        /** A join was refused. */
        REFUSED,
        /** It is in the group, but the program cannot be executed. */
        NOT_RUN
    }

    private final ShimScript script;
    private final String program;
    private final Process process;
    private final Path commandLine;

    Shim(ShimScript script, String program, Process process, Path proc) {
        this.script = script;
        this.program = program;
        this.process = process;
        this.commandLine = proc.resolve(Long.toString(process.pid())).resolve("cmdline");
    }

    /** What it is to become, as it was named. */
    String program() {
        return program;
    }

    Process process() {
        return process;
    }

    long pid() {
        return process.pid();
    }

    Stage stage() {
        String shell = script.shell();
        String now = commandLine(shell.length());
        if (now.equals(shell)) {
            return Stage.ON_THE_WAY;
        }
        if (now.isEmpty()) {
            // Between two programs there is none, nor after the last one.
            return process.isAlive() ? Stage.ON_THE_WAY : Stage.STARTED;
        }
        if (now.startsWith(script.refused())) {
            return Stage.REFUSED;
        }
        return now.startsWith(script.notRun()) ? Stage.NOT_RUN : Stage.STARTED;
    }

    /** In one read: two could be of two programs. */
    private String commandLine(int length) {
        byte[] text = new byte[length];
        try (InputStream in = new FileInputStream(commandLine.toFile())) {
            int count = in.read(text);
            return new String(text, 0, Math.max(count, 0), ISO_8859_1);
        } catch (IOException e) {
            // It has ended, and is not on the way any more.
            return process.isAlive() ? "?" : "";
        }
    }

    /** Kills it and waits until it is gone. */
    void end(KernelClock clock) {
        process.destroyForcibly();
        clock.await(() -> !process.isAlive(), END_LIMIT);
    }
}
