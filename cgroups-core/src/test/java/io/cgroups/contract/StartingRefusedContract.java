package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that cannot be started in a group do not run at all, and those in a group that stands still run later. */
public abstract class StartingRefusedContract {
    private final TestHost host;
    private Set<Long> before;

    @TempDir
    private Path directory;

    protected StartingRefusedContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void countProcesses() {
        before = children();
    }

    @AfterEach
    void cleanUp() {
        assertThat(children()).isEqualTo(before);
        host.cleanUp();
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private Path marker() {
        return directory.resolve("ran");
    }

    private Process touch(Cgroup group) throws IOException {
        return group.command("touch", marker().toString()).start();
    }

    @Test
    void whatCannotBeRunIsAnIoException() throws IOException {
        Cgroup box = host.cgroups().create(host.newName());
        Path data = Files.writeString(directory.resolve("data"), "no program");
        Path script = Files.writeString(directory.resolve("script"), "#!/not/there\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();

        for (String program : List.of("no-such-program", "./no-such-program", script.toString())) {
            assertThatThrownBy(() -> box.command(program).start())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Cannot run program \"" + program + "\"")
                    .hasMessageContaining("No such file or directory");
        }
        assertThatThrownBy(() -> box.command(data.toString()).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Permission denied");
        assertThatThrownBy(() ->
                        box.command("true").directory(Path.of("/not/there")).start())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot run program \"true\" (in directory \"/not/there\")")
                .hasMessageContaining("No such file or directory");
        assertThat(box.processes()).isEmpty();
    }

    @Test
    void nothingRunsForAGroupThatIsGone() {
        Cgroup box = host.cgroups().create(host.newName());
        box.delete();
        assertThatThrownBy(() -> touch(box)).isInstanceOfSatisfying(CgroupNotFoundException.class, e -> {
            assertThat(e.errno()).contains(Errno.ENOENT);
            assertThat(e.path()).hasValueSatisfying(path -> assertThat(path).hasFileName("cgroup.procs"));
            assertThat(e.hint()).isNotEmpty();
        });
        assertThat(marker()).doesNotExist();
    }

    @Test
    void aProgramInAFrozenGroupIsThereAndRunsWhenItIsThawed() throws IOException {
        host.assumeHas(Controller.FREEZER);
        Cgroup box = host.cgroups().create(host.newName());
        box.freeze();
        Process process = touch(box);
        assertThat(box.processes()).containsExactly(process.pid());
        host.pass(Duration.ofMillis(200));
        assertThat(process.isAlive()).isTrue();
        assertThat(marker()).doesNotExist();

        box.thaw();
        assertThat(process.onExit().join().exitValue()).isZero();
        assertThat(marker()).exists();
    }

    @Test
    void aTinyQuotaOnlyTakesLonger() throws IOException {
        host.assumeHas(Controller.CPU);
        Cgroup box = host.cgroups().create(host.newName()).cpuQuota(1000);
        assertThat(touch(box).onExit().join().exitValue()).isZero();
        assertThat(marker()).exists();
    }

    @Test
    void aProgramRunsWhereItMayNotFork() throws IOException {
        host.assumeHas(Controller.PIDS);
        Cgroup box = host.cgroups().create(host.newName()).pidsMax(0);
        assertThat(touch(box).onExit().join().exitValue()).isZero();
        assertThat(marker()).exists();
    }
}
