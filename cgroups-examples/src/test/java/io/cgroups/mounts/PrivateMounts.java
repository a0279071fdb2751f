package io.cgroups.mounts;

import io.cgroups.guest.GuestRun;
import io.cgroups.guest.JavaUnderTest;
import io.cgroups.guest.TestReports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs test classes in a mount namespace of their own, prepared by a script of {@code src/test/mounts}. */
final class PrivateMounts {
    private static final long LIMIT_MINUTES = 10;

    private PrivateMounts() {}

    /**
     * Runs test classes in a scenario.
     *
     * @param scenario the name of the script
     * @throws IOException if the script failed before the tests ran
     */
    static GuestRun run(String scenario, Class<?>... testClasses) throws IOException, InterruptedException {
        Path module = JavaUnderTest.moduleDirectory();
        Files.createDirectories(module.resolve("target/mounts"));
        Path out = Files.createTempDirectory(module.resolve("target/mounts"), scenario + "-");
        ProcessBuilder builder = new ProcessBuilder(
                        module.resolve("src/test/mounts").resolve(scenario).toString())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put(
                "JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
        environment.put(
                "CLASS_PATH",
                JavaUnderTest.classPath().stream()
                        .map(entry -> entry.toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        environment.put(
                "TEST_CLASSES", Stream.of(testClasses).map(Class::getName).collect(Collectors.joining(" ")));
        environment.put("REPORTS", out.resolve("reports").toString());
        int exitCode = execute(builder, out);
        GuestRun run = new GuestRun(exitCode, TestReports.read(out.resolve("reports")));
        if (run.tests().isEmpty()) {
            throw new IOException("no tests ran in " + scenario + ", see " + out + "\n"
                    + JavaUnderTest.lastLines(out.resolve("log")));
        }
        return run;
    }

    private static int execute(ProcessBuilder builder, Path out) throws IOException, InterruptedException {
        Process script = builder.start();
        try {
            if (!script.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                // The tests first, so that the script still comes to remove its groups.
                script.descendants()
                        .filter(child -> child.children().findAny().isEmpty())
                        .forEach(ProcessHandle::destroyForcibly);
                throw new IOException("no end after " + LIMIT_MINUTES + " minutes, see " + out);
            }
            return script.exitValue();
        } finally {
            script.destroy();
        }
    }
}
