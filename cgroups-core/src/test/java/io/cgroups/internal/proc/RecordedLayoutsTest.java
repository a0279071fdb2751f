package io.cgroups.internal.proc;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.Hierarchy.Version;
import io.cgroups.HostLayout;
import io.cgroups.fixture.Fixture;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layouts of machines whose /proc was recorded. */
class RecordedLayoutsTest {
    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");

    private static HostLayout layout(String machine) {
        Fixture fixture = new Fixture(machine);
        ProcFiles files = ProcFiles.of(fixture);
        Path unified = machine.equals("v2") ? MOUNTS : MOUNTS.resolve("unified");
        if (Set.of("v2", "hybrid", "hybrid2").contains(machine)) {
            files.with(
                    unified,
                    Objects.requireNonNull(fixture.group("unified-root").get("cgroup.controllers"))
                            .text()
                            .orElseThrow());
        }
        return files.layout();
    }

    /** Where each controller is, as {@code mount point version}. */
    private static Map<Controller, String> routes(HostLayout layout) {
        return layout.controllers().stream()
                .collect(toMap(
                        controller -> controller,
                        controller -> layout.hierarchy(controller)
                                .map(hierarchy -> hierarchy.mountPoint() + " " + hierarchy.version())
                                .orElseThrow(),
                        (first, second) -> first,
                        TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({"host, HYBRID", "v1, LEGACY", "v2, UNIFIED", "hybrid, HYBRID", "hybrid2, HYBRID"})
    void theArrangementIsRecognised(String machine, HostLayout.Kind kind) {
        assertThat(layout(machine).kind()).isEqualTo(kind);
    }

    @Test
    void everyControllerOfAV1MachineIsOnTheHierarchyItIsMountedWith() {
        assertThat(routes(layout("v1")))
                .hasSize(Controller.values().length)
                .containsEntry(Controller.CPU, "/cgroup/cpu,cpuacct V1")
                .containsEntry(Controller.CPUACCT, "/cgroup/cpu,cpuacct V1")
                .containsEntry(Controller.NET_CLS, "/cgroup/net_cls,net_prio V1")
                .containsEntry(Controller.NET_PRIO, "/cgroup/net_cls,net_prio V1")
                .containsEntry(Controller.BLKIO, "/cgroup/blkio V1")
                .containsEntry(Controller.MISC, "/cgroup/misc V1");
    }

    @Test
    void aUnifiedMachineHasTheControllersOfItsRootAndThoseThatAreBuiltIn() {
        HostLayout layout = layout("v2");
        assertThat(layout.hierarchies()).hasSize(1);
        assertThat(routes(layout).keySet())
                .containsExactly(
                        Controller.CPU,
                        Controller.CPUACCT,
                        Controller.CPUSET,
                        Controller.MEMORY,
                        Controller.BLKIO,
                        Controller.DEVICES,
                        Controller.FREEZER,
                        Controller.NET_CLS,
                        Controller.PIDS,
                        Controller.HUGETLB,
                        Controller.RDMA,
                        Controller.MISC,
                        Controller.PERF_EVENT);
        assertThat(layout.hierarchies().get(0).unknownControllers()).isEmpty();
    }

    @Test
    void eachControllerOfAHybridMachineIsOnOneOfBothVersions() {
        assertThat(routes(layout("hybrid")))
                .containsEntry(Controller.CPU, "/sys/fs/cgroup/cpu,cpuacct V1")
                .containsEntry(Controller.MEMORY, "/sys/fs/cgroup/memory V1")
                .containsEntry(Controller.CPUSET, "/sys/fs/cgroup/unified V2")
                .containsEntry(Controller.BLKIO, "/sys/fs/cgroup/unified V2")
                .containsEntry(Controller.PIDS, "/sys/fs/cgroup/unified V2");
        assertThat(routes(layout("hybrid2")))
                .containsEntry(Controller.CPUSET, "/sys/fs/cgroup/cpuset V1")
                .containsEntry(Controller.MEMORY, "/sys/fs/cgroup/unified V2");
    }

    @Test
    void controllersThatAreAttachedNowhereAreNotThereAndNotUnreachable() {
        HostLayout host = layout("host");
        assertThat(host.hierarchy(Controller.NET_PRIO)).isEmpty();
        assertThat(host.unreachable()).isEmpty();
        assertThat(host.whyMissing(Controller.NET_PRIO)).contains("it has not been mounted");
        assertThat(host.hierarchy(Controller.CPU).orElseThrow().mountPoint()).isEqualTo(MOUNTS.resolve("cpu"));
    }

    @Test
    void aUnifiedHierarchyWhoseControllersCannotBeReadHasOnlyWhatIsBuiltIn() {
        HostLayout host = layout("host");
        assertThat(host.hierarchies())
                .filteredOn(hierarchy -> hierarchy.version() == Version.V2)
                .singleElement()
                .satisfies(unified -> assertThat(unified.listsControllers()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "v1", "hybrid", "hybrid2"})
    void theNamedHierarchyHasANameAndNoController(String machine) {
        assertThat(layout(machine).hierarchies())
                .filteredOn(hierarchy -> hierarchy.name().equals(Optional.of("systemd")))
                .singleElement()
                .satisfies(named -> assertThat(named.controllers()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "v1", "v2", "hybrid", "hybrid2"})
    void everyRecordedMountCanBeWrittenAndHasPrefixes(String machine) {
        assertThat(layout(machine).hierarchies()).allSatisfy(hierarchy -> {
            assertThat(hierarchy.readOnly()).isFalse();
            assertThat(hierarchy.noPrefix()).isFalse();
            assertThat(hierarchy.own()).isPresent();
        });
    }

    @Test
    void theOwnGroupIsFoundInEachHierarchyByItself() {
        HostLayout host = layout("host");
        assertThat(host.hierarchy(Controller.MEMORY).flatMap(Hierarchy::own))
                .contains(CgroupPath.ofKernel("/app/worker"));
        assertThat(host.hierarchy(Controller.CPU).flatMap(Hierarchy::own)).contains(CgroupPath.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2", "hybrid", "hybrid2"})
    void aMemberOfAGroupIsFoundThereInEveryHierarchy(String machine) {
        Fixture fixture = new Fixture(machine);
        HostLayout layout = ProcFiles.of(fixture.text("proc-self-mountinfo"), fixture.text("proc-self-cgroup-probe"))
                .layout();
        assertThat(layout.hierarchies())
                .isNotEmpty()
                .allSatisfy(hierarchy -> assertThat(hierarchy.own()).contains(CgroupPath.ofKernel("/probe")));
    }
}
