package io.cgroups.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.process.GroupCommand;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real programs in groups that are in memory, and how a program is described. */
@EnabledOnOs(OS.LINUX)
class StartingTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroup box = kernel.cgroups().create("box");

    @TempDir
    private Path directory;

    private static String output(Process process) throws IOException {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).isZero();
        return output;
    }

    @Test
    void aProgramIsAMemberAsLongAsItLives() throws IOException {
        Process process = box.command("cat").start();
        assertThat(box.processes()).containsExactly(process.pid());
        assertThat(box.files(Controller.MEMORY).read("tasks")).isEqualTo(Long.toString(process.pid()));

        process.getOutputStream().close();
        assertThat(process.onExit().join().exitValue()).isZero();
        assertThat(box.processes()).isEmpty();
        box.delete();
    }

    @Test
    void killingTheMembersKillsIt() throws IOException {
        Process process = box.command("sleep", "100").start();
        box.kill();
        assertThat(process.onExit().join().exitValue()).isEqualTo(137);
        box.delete();
    }

    @Test
    void whatTheGroupRefusesDoesNotRun() {
        Path marker = directory.resolve("ran");
        Path cpuset = box.files(Controller.CPUSET).directory();
        kernel.write(cpuset.resolve("cpuset.cpus"), "\n");
        assertThatThrownBy(() -> box.command("touch", marker.toString()).start())
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.ENOSPC);
                    assertThat(e.path()).contains(cpuset.resolve("cgroup.procs"));
                });
        box.delete();
        assertThatThrownBy(() -> box.command("touch", marker.toString()).start())
                .isInstanceOf(CgroupNotFoundException.class);
        assertThat(marker).doesNotExist();
    }

    @Test
    void whatCannotBeRunIsNoMember() {
        assertThatThrownBy(() -> box.command("no-such-program").start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot run program \"no-such-program\"");
        assertThat(box.processes()).isEmpty();
    }

    @Test
    void aGateThatForwardsStartsPrograms() throws IOException {
        Cgroup same = io.cgroups.Cgroups.builder()
                .kernel(new ForwardingKernelFiles(kernel))
                .build()
                .open("box");
        assertThat(output(same.start(new ProcessBuilder("echo", "inside")))).isEqualTo("inside\n");
    }

    @Test
    void aProgramIsDescribedStepByStep() throws IOException {
        Path in = Files.writeString(directory.resolve("in"), "line\n");
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        GroupCommand command = box.command(List.of("/bin/sh", "-c", "pwd; cat; echo $A$B >&2"))
                .environment("A", "dropped")
                .clearEnvironment()
                .environment("B", "b")
                .directory(directory)
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(err);
        assertThat(output(command.start())).isEmpty();
        assertThat(out).hasContent(directory + "\nline\n");
        assertThat(err).hasContent("b\n");

        command.redirectOutput(Redirect.PIPE).redirectErrorStream();
        assertThat(output(command.start())).isEqualTo(directory + "\nline\nb\n");
        Process process = command.inheritIO()
                .redirectInput(Redirect.from(in.toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        assertThat(process.onExit().join().exitValue()).isZero();
        assertThat(command).hasToString("[/bin/sh, -c, pwd; cat; echo $A$B >&2]");
    }

    @Test
    void aProgramMustBeNamed() {
        assertThatThrownBy(box::command).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> box.start(new ProcessBuilder())).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
