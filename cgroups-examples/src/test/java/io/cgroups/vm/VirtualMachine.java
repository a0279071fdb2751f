package io.cgroups.vm;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs test classes as root on a real kernel that is booted, under emulation, with one layout of control groups. */
public final class VirtualMachine {
    private static final int LAST_LINES = 60;

    private VirtualMachine() {}

    /** Which hierarchies the machine mounts. */
    public enum Layout {
        /** Every controller on v1, below {@code /cgroup}. */
        V1,
        /** Every controller on v2, at {@code /sys/fs/cgroup}. */
        V2,
        /** Processor, memory, freezer, devices and network on v1, the rest on v2 at {@code unified}. */
        HYBRID,
        /** Processor, processor sets, freezer, devices and network on v1, the rest on v2 at {@code unified}. */
        HYBRID2
    }

    /** How one test ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** One test; the message is the stack trace of a failure or the reason of a skip, else empty. */
    public record TestOutcome(String testClass, String displayName, Outcome outcome, String message) {}

    /** What a machine reported. The exit code is that of the console launcher: 0 when all tests passed. */
    public record Result(Layout layout, String kernelRelease, int exitCode, List<TestOutcome> tests) {}

    /**
     * Boots a machine, runs the test classes in it and powers it off.
     *
     * @param classPath directories and jars that hold the test classes, JUnit's console launcher and an engine
     * @param testClasses the names of the classes to run
     * @throws IOException if the machine could not be started, or ended without a report
     */
    public static Result run(Layout layout, List<Path> classPath, List<String> testClasses)
            throws IOException, InterruptedException {
        Path module = moduleDirectory();
        String name = layout.name().toLowerCase(Locale.ROOT);
        Files.createDirectories(module.resolve("target/vm"));
        Path out = Files.createTempDirectory(module.resolve("target/vm"), name + "-");
        List<String> command = new ArrayList<>(List.of(
                module.resolve("src/test/vm/boot").toString(),
                name,
                out.toString(),
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        testClasses.forEach(testClass -> command.add("--select-class=" + testClass));
        execute(command, out.resolve("boot.log"));
        Path exit = out.resolve("exit");
        if (!Files.exists(exit)) {
            throw new IOException("no result from the machine, see " + out + "\n" + end(out.resolve("boot.log")));
        }
        return new Result(
                layout,
                Files.readString(out.resolve("kernel")).strip(),
                Integer.parseInt(Files.readString(exit).strip()),
                TestReports.read(out.resolve("reports")));
    }

    /** The class path of this JVM: what the tests here see, the tests in the machine see, too. */
    public static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static void execute(List<String> command, Path log) throws IOException, InterruptedException {
        Process boot = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boot.waitFor();
        } finally {
            // Stopped when this thread is: the script takes the machine along.
            boot.destroy();
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static Path moduleDirectory() {
        try {
            Path testClasses = Path.of(VirtualMachine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return testClasses.getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
