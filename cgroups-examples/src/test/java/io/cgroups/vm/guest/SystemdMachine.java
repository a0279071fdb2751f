package io.cgroups.vm.guest;

import io.cgroups.systemd.SystemdScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the tests about systemd do and see beside the library: processes, files of the kernel and systemd's own tool. */
final class SystemdMachine {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private final List<Process> started = new ArrayList<>();

    /** Starts a process that waits. */
    Process idle() throws IOException {
        return start("sleep", "600");
    }

    /** Starts a process that takes all CPU time it gets. */
    Process busy() throws IOException {
        return start("sh", "-c", "while :; do :; done");
    }

    /** Starts a process that SIGTERM does not end. */
    Process deaf() throws IOException {
        Process deaf = start("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done");
        if (deaf.getInputStream().read() < 0) {
            throw new IOException("the process that was to be deaf has ended");
        }
        return deaf;
    }

    private Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    static Path directory(SystemdScope scope) {
        return scope.path().under(ROOT);
    }

    /** A control file of a group below the scope, or of the scope itself. */
    static String file(SystemdScope scope, String file) throws IOException {
        return Files.readString(directory(scope).resolve(file)).strip();
    }

    /** What a process is in, as the kernel says it. */
    static String groupOf(String pid) throws IOException {
        return Files.readString(Path.of("/proc", pid, "cgroup")).strip();
    }

    /** What systemd says of itself. */
    static String systemctl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("systemctl", "--no-pager"));
        command.addAll(List.of(arguments));
        return output(command);
    }

    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    /** A property of a unit. */
    static String property(String unit, String name) throws IOException, InterruptedException {
        return systemctl("show", "--value", "--property=" + name, unit);
    }

    /** Ends every process that was started. */
    void cleanUp() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
