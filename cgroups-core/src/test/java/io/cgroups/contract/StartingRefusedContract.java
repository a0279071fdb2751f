package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that cannot be started in a group do not run at all, and those in a group that stands still run later. */
public abstract class StartingRefusedContract {
    /** On v2, those whose enabling keeps processes out of a group. */
    private static final Set<Controller> OF_DOMAINS =
            Set.of(Controller.HUGETLB, Controller.MEMORY, Controller.BLKIO, Controller.RDMA, Controller.MISC);

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
    void nothingRunsInAGroupOfTheUnifiedHierarchyThatEnablesControllers() {
        Optional<Controller> enabled = host.cgroups().layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == io.cgroups.Hierarchy.Version.V2)
                .flatMap(hierarchy -> hierarchy.controllers().stream())
                .filter(OF_DOMAINS::contains)
                .findFirst();
        assumeTrue(enabled.isPresent(), "no v2 hierarchy with such a controller");
        Cgroup box = host.withUnified().create(host.newName());
        box.child("inner", enabled.get());

        assertThatThrownBy(() -> touch(box)).isInstanceOfSatisfying(CgroupBusyException.class, e -> {
            assertThat(e.errno()).contains(Errno.EBUSY);
            assertThat(e.path()).contains(box.files(enabled.get()).directory().resolve("cgroup.procs"));
            assertThat(e.hint()).contains("cgroup.subtree_control");
        });
        assertThat(marker()).doesNotExist();
        assertThat(box.processes()).isEmpty();
    }

    @Test
    void nothingRunsWhenOneOfSeveralHierarchiesRefuses() {
        host.assumeV1(Controller.CPUSET);
        Cgroup box = host.cgroups().create(host.newName());
        Path cpuset = box.files(Controller.CPUSET).directory();
        host.files().write(cpuset.resolve("cpuset.cpus"), "\n");

        assertThatThrownBy(() -> touch(box)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.ENOSPC);
            assertThat(e.path()).contains(cpuset.resolve("cgroup.procs"));
        });
        assertThat(marker()).doesNotExist();
        assertThat(box.processes()).isEmpty();
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
