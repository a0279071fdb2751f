package io.cgroups.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is started in a group is what it would be after a plain start, but for where it is. */
public abstract class StartingContract {
    private final TestHost host;
    private Cgroup box;

    @TempDir
    private Path directory;

    protected StartingContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        box = host.cgroups().create(host.newName());
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static String output(Process process) throws IOException {
        byte[] output = process.getInputStream().readAllBytes();
        process.onExit().join();
        return new String(output, ISO_8859_1);
    }

    private void sameAsPlain(ProcessBuilder program) throws IOException {
        String plain = output(program.start());
        assertThat(plain).isNotEmpty();
        assertThat(output(box.start(program))).isEqualTo(plain);
    }

    @Test
    void theProgramIsInEveryHierarchyFromTheBeginning() throws IOException {
        Process process =
                box.command("sh", "-c", "read go; cat /proc/self/cgroup").start();
        assertThat(box.processes()).containsExactly(process.pid());
        box.controllers()
                .forEach(controller ->
                        assertThat(box.files(controller).read("cgroup.procs")).isEqualTo(Long.toString(process.pid())));
        String seenFromOutside = host.files().read(Path.of("/proc/" + process.pid() + "/cgroup"));
        process.getOutputStream().close();
        assertThat(output(process)).isEqualTo(seenFromOutside);
    }

    @Test
    void argumentsArrive() throws IOException {
        sameAsPlain(new ProcessBuilder(
                "sh", "-c", "cat /proc/$$/cmdline; :", "x", "", "a b", "c\nd\t", "'\"`$x\\", "*", "-c", "--", "ünï→"));
    }

    @Test
    void theEnvironmentArrives() throws IOException {
        ProcessBuilder program = new ProcessBuilder("cat", "/proc/self/environ");
        program.environment().putAll(java.util.Map.of("PWD", "elsewhere", "SHLVL", "5", "TWO", "a\nb", "EMPTY", ""));
        Set<String> plain = Set.of(output(program.start()).split("\0"));
        assertThat(Set.of(output(box.start(program)).split("\0"))).isEqualTo(plain);

        program.environment().putAll(java.util.Map.of("B.C", "2", "IFS", "/"));
        Set<String> odd = Set.of(output(program.start()).split("\0"));
        assertThat(Set.of(output(box.start(program)).split("\0")))
                .isEqualTo(odd)
                .contains("B.C=2");

        program.environment().clear();
        assertThat(output(box.start(program))).isEmpty();
    }

    @Test
    void theDirectoryIsAsGiven() throws IOException {
        assertThat(output(box.command("pwd", "-P").directory(directory).start()))
                .isEqualTo(directory.toRealPath() + "\n");
    }

    @Test
    void redirectsAreAsGiven() throws IOException {
        Path file = directory.resolve("out");
        String script = "read line; echo out $line; echo err >&2";
        Path in = Files.writeString(directory.resolve("in"), "first\nsecond\n");
        ProcessBuilder program = new ProcessBuilder("sh", "-c", script).redirectInput(in.toFile());

        box.start(program.redirectOutput(file.toFile()).redirectErrorStream(true))
                .onExit()
                .join();
        assertThat(file).hasContent("out first\nerr\n");
        box.start(program.redirectOutput(Redirect.appendTo(file.toFile())))
                .onExit()
                .join();
        assertThat(file).hasContent("out first\nerr\nout first\nerr\n");
        assertThat(output(box.start(program.redirectOutput(Redirect.PIPE)))).isEqualTo("out first\nerr\n");
    }

    @Test
    void streamsCanBeThoseOfThisJvm() throws IOException {
        Path file = directory.resolve("links");
        box.command("sh", "-c", "readlink /proc/$$/fd/0 >" + file)
                .inheritIO()
                .start()
                .onExit()
                .join();
        assertThat(file)
                .hasContent(Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString());
    }

    @Test
    void everyByteOfStandardInputIsTheProgramsOwn() throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(4).nextBytes(bytes);
        Process process = box.command("cat").start();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(process.getOutputStream(), bytes));
        assertThat(process.getInputStream().readAllBytes()).isEqualTo(bytes);
        writing.join();
        assertThat(process.onExit().join().exitValue()).isZero();
    }

    private static void write(OutputStream to, byte[] bytes) {
        try (to) {
            to.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void exitCodesAndSignalsAreTheProgramsOwn() throws IOException {
        for (String script : List.of("exit 42", "exit 125", "exit 127", "kill -TERM $$", "kill -KILL $$")) {
            ProcessBuilder program = new ProcessBuilder("sh", "-c", script);
            assertThat(box.start(program).onExit().join().exitValue())
                    .isEqualTo(program.start().onExit().join().exitValue());
        }
        Process process = box.command("sleep", "100").start();
        process.destroy();
        assertThat(process.onExit().join().exitValue()).isEqualTo(143);
        sameAsPlain(new ProcessBuilder(
                "sh", "-c", "trap '' HUP; grep -E '^(Sig(Blk|Ign|Cgt)|Umask)' /proc/self/status; ls /proc/self/fd"));
    }

    @Test
    void aBuilderServesManyStartsAndThreads() throws IOException {
        List<String> command = List.of("sh", "-c", "echo $N");
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("N", "one");
        IntStream.range(0, 20).parallel().forEach(i -> {
            try {
                assertThat(output(box.start(program))).isEqualTo("one\n");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(program.command()).isSameAs(command);
        assertThat(output(program.start())).isEqualTo("one\n");
    }
}
