package io.cgroups.contract;

import io.cgroups.Cgroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A shell that waits outside for a line, and runs its script inside a group: everything it opens, it opens there. */
public final class Shell {
    private final Process process;

    private Shell(Process process) {
        this.process = process;
    }

    /** Starts a script in a group. */
    public static Shell start(Cgroup group, String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "read go; " + script)
                .redirectErrorStream(true)
                .start();
        group.attach(process.pid());
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        return new Shell(process);
    }

    /** Runs a script in a group, and gives what it says. */
    public static String run(Cgroup group, String script) throws IOException {
        return start(group, script).end();
    }

    /** The process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits for the end, and gives what it says. */
    public String end() throws IOException {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
