package io.cgroups.delegation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.guest.JavaUnderTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link DelegatedProgram} in a process of the user nobody, in groups that it was put into. */
final class UserProgram implements AutoCloseable {
    private static final String CLASS_PATH = "PROGRAM_CLASS_PATH";
    private static final String JAVA = "exec \"$PROGRAM_JAVA\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m"
            + " -XX:-UsePerfData -cp \"$PROGRAM_CLASS_PATH\" " + DelegatedProgram.class.getName();

    private final Process process;
    private final PrintStream input;
    private final BufferedReader output;

    private UserProgram(Process process) {
        this.process = process;
        this.input = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts it in groups, which it joins as root before it becomes the user. */
    static UserProgram startIn(List<Path> groups) throws IOException {
        String join = groups.stream()
                .map(group -> "echo $$ > " + group.resolve("cgroup.procs") + " && ")
                .collect(Collectors.joining());
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", join + asUser())
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put(
                        "PROGRAM_JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString());
        builder.environment()
                .put(CLASS_PATH, isInMachine() ? System.getProperty("java.class.path") : readableClassPath());
        return new UserProgram(builder.start());
    }

    private static boolean isInMachine() {
        return System.getenv("CGROUPS_VM_LAYOUT") != null;
    }

    /** A machine has busybox, a host has util-linux. */
    private static String asUser() {
        return !isInMachine()
                ? "exec setpriv --reuid 65534 --regid 65534 --clear-groups env USER=nobody sh -c '" + JAVA + "'"
                : "exec su -s /bin/sh nobody -c '" + JAVA + "'";
    }

    /** Nobody may look into root's home, where a Maven repository often is. */
    private static String readableClassPath() throws IOException {
        List<Path> needed = JavaUnderTest.classPath().stream()
                .filter(Files::exists)
                .filter(entry ->
                        Files.isDirectory(entry) || entry.toString().matches(".*(cgroups|guava|failureaccess|jna).*"))
                .toList();
        Path copy = Files.createTempDirectory("delegation-class-path");
        copy.toFile().deleteOnExit();
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> entries = new ArrayList<>();
        for (Path entry : needed) {
            Path target = copy.resolve(Integer.toString(entries.size()));
            copy(entry, target);
            entries.add(target.toString());
        }
        return String.join(":", entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
                target.toFile().deleteOnExit();
            }
        }
    }

    /** Has it do something; gives the lines of the answer. */
    List<String> ask(String what) {
        input.println(what);
        List<String> lines = new ArrayList<>();
        try {
            for (String line = output.readLine(); ; line = output.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("it ended after " + lines);
                }
                if (line.equals(".")) {
                    return lines;
                }
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        input.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
