package io.cgroups.internal.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.spi.KernelClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting with the shells of this machine, where the control files are plain files. */
@EnabledOnOs(OS.LINUX)
class ShimStartTest {
    private static final Path PROC = Path.of("/proc");
    private static final KernelClock CLOCK = new LinuxKernelFiles(PROC).clock();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void makeControlFile() throws IOException {
        file = Files.createFile(directory.resolve("control file"));
    }

    /** Deleting a directory with a link in it would be worth a warning. */
    @AfterEach
    void deleteShell() throws IOException {
        Files.deleteIfExists(directory.resolve("sh"));
    }

    private ShimStart with(String shell) throws IOException {
        Path program = Path.of(shell);
        assumeTrue(Files.isExecutable(program), () -> "no " + shell);
        Path sh = Files.createSymbolicLink(directory.resolve("sh"), program);
        return new ShimStart(PROC, CLOCK, ShimTools.withShell(sh.toString()), ProgramPath.ofThisJvm());
    }

    private static String output(Process process) throws IOException {
        String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        process.onExit().join();
        return output;
    }

    private static Set<String> variables(Process process) throws IOException {
        return Stream.of(output(process).split("\0")).collect(Collectors.toSet());
    }

    private static ProcessBuilder environmentOf(Map<String, String> variables) {
        ProcessBuilder program = new ProcessBuilder("cat", "/proc/self/environ");
        program.environment().clear();
        program.environment().putAll(variables);
        return program;
    }

    private void arrives(ShimStart shim, Map<String, String> variables) throws IOException {
        ProcessBuilder program = environmentOf(variables);
        Set<String> plain = variables(program.start());
        assertThat(variables(shim.start(program, FakeEntry.taking(file)))).isEqualTo(plain);
        assertThat(program.environment()).isEqualTo(variables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox"})
    void everyEnvironmentArrivesUnchanged(String shell) throws IOException {
        ShimStart shim = with(shell);
        String path = "/usr/bin:/bin";
        arrives(shim, Map.of());
        arrives(shim, Map.of("PATH", path, "LANG", "C", "EMPTY", "", "LINES_", "a\nb 'c\" $PATH"));
        arrives(shim, Map.of("PWD", "not here", "OLDPWD", "x y", "SHLVL", "7", "_", "q"));
        arrives(shim, Map.of("PATH", path, "SHLVL", "many", "OPTIND", "none", "IFS", "/", "OPTERR", "0"));
        arrives(shim, Map.of("PATH", path, "B.C", "2", "1X", "a b", "-u", "PATH", "%%", "=", "é", "è"));
        arrives(shim, Map.of("PATH", path, "SHELLOPTS", "noexec", "BASHOPTS", "x", "BASH_VERSION", "9", "UID", "7"));
        arrives(shim, Map.of("PATH", path, "BASH_FUNC_echo%%", "() { exit 3; }", "BASH_COMPAT", "q", "ENV", "/etc"));
        arrives(shim, Map.of("PATH", path, "PS1", "$", "PS4", "+", "PPID", "1", "RANDOM", "4", "LINENO", "9"));
        arrives(shim, Map.of("PATH", path, "POSIXLY_CORRECT", "q", "HISTCMD", "1", "EPOCHSECONDS", "5", "HOME", "h"));
        arrives(shim, System.getenv());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox"})
    void argumentsArriveUnchanged(String shell) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                "sh", "-c", "cat /proc/$$/cmdline; cat; :", "x", "", "a b", "c\nd", "'\"`$x\\", "*", "-u", "--", "A=b");
        program.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        String plain = output(program.start());
        assertThat(output(with(shell).start(program, FakeEntry.taking(file)))).isEqualTo(plain);
        program.environment().put("B.C", "env(1) is in between");
        assertThat(output(new ShimStart(PROC, CLOCK).start(program, FakeEntry.taking(file))))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox"})
    void signalsAndDescriptorsAreAsInAPlainStart(String shell) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                "sh", "-c", "grep -E '^(Sig(Blk|Ign|Cgt)|Umask)' /proc/self/status; ls /proc/self/fd; ulimit -a");
        String plain = output(program.start());
        assertThat(plain).contains("SigIgn");
        assertThat(output(with(shell).start(program, FakeEntry.taking(file)))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox"})
    void aScriptKnowsItsOwnNameAsInAPlainStart(String shell) throws IOException {
        Path script = Files.writeString(directory.resolve("script"), "#!/bin/sh\necho $0 \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        ProcessBuilder program = new ProcessBuilder("./script", "a  b").directory(directory.toFile());
        assertThat(output(with(shell).start(program, FakeEntry.taking(file)))).isEqualTo("./script a  b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox"})
    void aRefusedJoinRunsNothingSaysNothingAndLeavesNothing(String shell) throws IOException {
        Path ran = directory.resolve("ran");
        Path said = directory.resolve("said");
        ProcessBuilder program = new ProcessBuilder("touch", ran.toString()).redirectError(said.toFile());
        FakeEntry entry = new FakeEntry(
                pid -> {
                    assertThat(ProcessHandle.of(pid)).isPresent();
                    throw CgroupIoException.of(Failure.of("write", file, Errno.EBUSY), null);
                },
                file,
                directory.resolve("gone/cgroup.procs"));
        assertThatThrownBy(() -> with(shell).start(program, entry)).isInstanceOf(CgroupBusyException.class);
        assertThat(ran).doesNotExist();
        assertThat(said).isEmptyFile();
        assertThat(entry.asked())
                .hasSize(1)
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    @Test
    void aRefusalThatIsOverWhenItIsLookedIntoIsNone() throws IOException {
        Path late = directory.resolve("late/cgroup.procs");
        FakeEntry entry = new FakeEntry(pid -> late.getParent().toFile().mkdir(), file, late);
        Process process = new ShimStart(PROC, CLOCK).start(new ProcessBuilder("echo", "ran"), entry);
        assertThat(output(process)).isEqualTo("ran\n");
        assertThat(entry.asked()).hasSize(1).doesNotContain(process.pid());
    }

    @Test
    void aShellThatIsRefusedWhatTheJvmMayDoIsReported() {
        FakeEntry entry = FakeEntry.taking(directory.resolve("gone/cgroup.procs"));
        assertThatThrownBy(() -> new ShimStart(PROC, CLOCK).start(new ProcessBuilder("true"), entry))
                .isInstanceOf(CgroupIoException.class)
                .hasMessageContaining("security module");
        assertThat(entry.asked()).hasSize(3);
    }

    @Test
    void whatTheKernelDoesNotExecuteIsReported() throws IOException {
        Path program = Files.write(directory.resolve("program"), "#!/bin/sh\n".getBytes(ISO_8859_1));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        // Open for writing, a file is busy: nothing but the kernel knows.
        try (var open = Files.newOutputStream(program, java.nio.file.StandardOpenOption.APPEND)) {
            ProcessBuilder builder = new ProcessBuilder(program.toString());
            assertThatThrownBy(() -> with("/bin/dash").start(builder, FakeEntry.taking(file)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Cannot run program \"" + program + "\"");
            assertThat(builder.command()).containsExactly(program.toString());
            open.flush();
        }
    }

    @Test
    void theBuilderIsUnchangedWhateverHappens() throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of("true"));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("B.C", "2");
        Map<String, String> before = Map.copyOf(program.environment());
        ShimStart shim = new ShimStart(PROC, CLOCK);

        assertThat(shim.start(program, FakeEntry.taking(file)).onExit().join().exitValue())
                .isZero();
        program.directory(directory.resolve("not there").toFile());
        assertThatThrownBy(() -> shim.start(program, FakeEntry.taking(file))).isInstanceOf(IOException.class);

        assertThat(program.command()).isSameAs(command).containsExactly("true");
        assertThat(program.environment()).isEqualTo(before);
    }

    @Test
    void anInterruptIsKept() throws IOException {
        Thread.currentThread().interrupt();
        Process process = new ShimStart(PROC, CLOCK).start(new ProcessBuilder("true"), FakeEntry.taking(file));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(process.onExit().join().exitValue()).isZero();
    }
}
