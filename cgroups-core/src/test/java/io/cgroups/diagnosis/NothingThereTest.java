package io.cgroups.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy.Version;
import io.cgroups.HostLayout;
import io.cgroups.contract.UserKernel;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where there is nothing to work with, that is the finding. No driver is on the class path of these tests. */
class NothingThereTest {
    private static final Path GROUPS = Path.of("/proc/self/cgroup");
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private final InMemoryKernel kernel = InMemoryKernel.v2();

    private static Diagnosis on(KernelFiles files) {
        return Cgroups.builder().kernel(files).build().diagnose();
    }

    @Test
    void anotherSystemThanLinuxHasNoControlGroups() {
        Diagnosis diagnosis = on(new ForwardingKernelFiles(kernel) {
            @Override
            public boolean exists(Path path) {
                return false;
            }
        });
        assertThat(diagnosis.layout().kind()).isEqualTo(HostLayout.Kind.NONE);
        assertThat(diagnosis.canLimit()).isFalse();
        assertThat(diagnosis.controllers()).isEmpty();
        assertThat(diagnosis.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.cause()).isEqualTo(Cause.NO_CONTROL_GROUPS);
            assertThat(obstacle.advice()).contains("not Linux", "Cgroups.inMemory()");
        });
        assertThat(diagnosis.toString()).contains("not Linux");
    }

    @Test
    void nothingIsMountedAndTheCommandThatMountsIsNamed() {
        Diagnosis diagnosis = on(new UserKernel(kernel).with(MOUNTS, "").with(GROUPS, "0::/\n"));
        assertThat(diagnosis.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.cause()).isEqualTo(Cause.NOT_MOUNTED);
            assertThat(obstacle.command()).contains("mount -t cgroup2 none /sys/fs/cgroup");
        });
        assertThat(diagnosis.of(Controller.CPU))
                .get()
                .satisfies(cpu -> assertThat(cpu.isManageable()).isFalse());
    }

    @Test
    void aMountPointThatIsNoneIsAMistakeOfTheConfiguration() {
        Diagnosis diagnosis =
                Cgroups.builder().kernel(kernel).root(Path.of("/proc")).build().diagnose();
        assertThat(diagnosis.obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.cause()).isEqualTo(Cause.MISCONFIGURED));
    }

    @Test
    void aProcThatCannotBeReadIsAFindingToo() {
        Diagnosis diagnosis = on(new UserKernel(kernel).with(MOUNTS, "1 2 3\n"));
        assertThat(diagnosis.obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.cause()).isEqualTo(Cause.UNREADABLE));
    }

    @Test
    void theDriverThatIsMissingIsNamed() {
        Diagnosis diagnosis = on(kernel);
        assertThat(diagnosis.hierarchies()).singleElement().satisfies(one -> {
            assertThat(one.hierarchy().version()).isEqualTo(Version.V2);
            assertThat(one.isUsable()).isFalse();
            assertThat(one.obstacle().map(Obstacle::cause)).contains(Cause.NO_DRIVER);
            assertThat(one.obstacle().map(Obstacle::remedy)).contains("add io.cgroups:cgroups-v2 to the class path");
        });
    }

    /** A v1 kernel on which nothing of rdma is mounted. */
    private static UserKernel withoutRdma(String boundTo) {
        InMemoryKernel v1 = InMemoryKernel.v1();
        return new UserKernel(v1)
                .with(MOUNTS, without(v1.read(MOUNTS)))
                .with(GROUPS, without(v1.read(GROUPS)) + boundTo);
    }

    private static String without(String text) {
        return text.lines().filter(line -> !line.contains("rdma")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Obstacle obstacleOfRdma(UserKernel kernel) {
        return on(kernel)
                .of(Controller.RDMA)
                .flatMap(ControllerDiagnosis::obstacle)
                .orElseThrow();
    }

    @Test
    void aControllerThatWasTurnedOffAtBootSaysSo() {
        Obstacle obstacle =
                obstacleOfRdma(withoutRdma("").with(Path.of("/proc/cmdline"), "quiet cgroup_disable=rdma\n"));
        assertThat(obstacle.advice()).contains("cgroup_disable=rdma");
    }

    @Test
    void aControllerThatTheKernelKnowsIsMounted() {
        Obstacle obstacle = obstacleOfRdma(withoutRdma("")
                .with(Path.of("/proc/cgroups"), "#subsys_name\thierarchy\tnum_cgroups\tenabled\nrdma\t0\t1\t1\n"));
        assertThat(obstacle.command().orElse("")).contains("mount -t cgroup -o rdma none ");
    }

    @Test
    void aControllerThatTheKernelDoesNotKnowTakesAnother() {
        assertThat(obstacleOfRdma(withoutRdma("")).cause()).isEqualTo(Cause.NOT_IN_KERNEL);
    }

    @Test
    void aControllerOnAHierarchyThatIsNotMountedIsMountedWithAllItsCompanions() {
        assertThat(obstacleOfRdma(withoutRdma("77:rdma,misc:/\n")).command().orElse(""))
                .startsWith("mkdir -p ")
                .contains("mount -t cgroup -o misc,rdma none ");
    }
}
