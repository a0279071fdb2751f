package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.cpuset.CpusetController;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.IdSet;
import io.cgroups.cpuset.SchedRelaxDomainLevel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cpuset controller does on v2 only; see {@link V2CpusetPartitionContract} for partitions. */
public abstract class V2CpusetContract {
    private static final IdSet NONE = IdSet.empty();

    private final TestHost host;
    private Cgroup box;
    private IdSet cpus;

    protected V2CpusetContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.CPUSET);
        box = host.cgroups().create(host.newName(), Controller.CPUSET);
        cpus = box.cpuset().effectiveCpus();
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aNewGroupHasNoSetsOfItsOwnAndTakesMembers() {
        assertThat(box.cpuset().cpus()).isEqualTo(NONE);
        assertThat(box.cpuset().mems()).isEqualTo(NONE);
        box.cpus("").mems("").attach(host.startProcess());
        assertThat(box.processes()).hasSize(1);
    }

    @Test
    void moreThanTheGroupAboveHasIsTakenAndDoesNotCount() {
        assumeTrue(cpus.size() > 1, "one CPU only");
        IdSet first = IdSet.of(cpus.iterator().next());
        box.cpus(first);
        Cgroup inner = box.child("inner").cpus(cpus);
        assertThat(inner.cpuset().cpus()).isEqualTo(cpus);
        assertThat(inner.cpuset().effectiveCpus()).isEqualTo(first);
        inner.cpus(cpus.minus(first));
        assertThat(inner.cpuset().effectiveCpus()).isEqualTo(first);
        box.cpus(cpus);
        assertThat(inner.cpuset().effectiveCpus()).isEqualTo(cpus.minus(first));
    }

    @Test
    void whatOnlyV1HasIsUnsupportedBeforeAnythingIsWritten() {
        Map<String, Consumer<CpusetSpec.Builder>> settings = Map.of(
                "partition(CpusetPartition.root())", spec -> spec.cpuExclusive(true),
                "other mems", spec -> spec.memExclusive(true),
                "cpuset.mem_hardwall", spec -> spec.memHardwall(false),
                "memory always moves along", spec -> spec.memoryMigrate(true),
                "partition(CpusetPartition.isolated())", spec -> spec.schedLoadBalance(false),
                "memory policy", spec -> spec.memorySpreadPage(true),
                "Linux 6.8", spec -> spec.memorySpreadSlab(true),
                "scheduler decides", spec -> spec.schedRelaxDomainLevel(SchedRelaxDomainLevel.of(1)));
        settings.forEach((hint, setting) -> {
            CpusetSpec.Builder spec = CpusetSpec.builder().cpus(cpus);
            setting.accept(spec);
            assertThatThrownBy(() -> box.cpuset().apply(spec.build()))
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining("v2 has none")
                    .hasMessageContaining(hint);
        });
        assertThat(box.cpuset().cpus()).isEqualTo(NONE);
    }

    @Test
    void whatOnlyV1HasCannotBeReadEither() {
        List<Consumer<CpusetController>> readings = List.of(
                CpusetController::cpuExclusive,
                CpusetController::memExclusive,
                CpusetController::memHardwall,
                CpusetController::memoryMigrate,
                CpusetController::schedLoadBalance,
                CpusetController::memorySpreadPage,
                CpusetController::memorySpreadSlab,
                CpusetController::schedRelaxDomainLevel,
                CpusetController::memoryPressure);
        assertThat(readings)
                .allSatisfy(reading -> assertThatThrownBy(() -> reading.accept(box.cpuset()))
                        .isInstanceOf(UnsupportedSettingException.class));
        assertThat(box.cpuset().stats().memoryPressure()).isEmpty();
    }

    @Test
    void theRootHasEffectiveSetsOnly() {
        Cgroup root = host.root(Controller.CPUSET);
        assertThat(root.cpuset().effectiveCpus()).isEqualTo(cpus);
        assertThatThrownBy(() -> root.cpus(cpus)).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.cpuset().cpus()).isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void exclusiveCpusAreSetWhereTheKernelHasThemAndUnsupportedElsewhere() {
        if (!box.files(Controller.CPUSET).list().contains("cpuset.cpus.exclusive")) {
            assertThatThrownBy(() -> box.cpuset().exclusiveCpus(cpus))
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining("Linux 6.7");
            assertThatThrownBy(() -> box.cpuset().exclusiveCpus()).isInstanceOf(UnsupportedSettingException.class);
            return;
        }
        assertThat(box.cpuset().exclusiveCpus()).isEqualTo(NONE);
        box.cpuset().exclusiveCpus(cpus);
        assertThat(box.cpuset().exclusiveCpus()).isEqualTo(cpus);
        Cgroup beside = host.cgroups().create(host.newName(), Controller.CPUSET);
        assertThatThrownBy(() -> beside.cpuset().exclusiveCpus(cpus)).hasMessageContaining("to itself");
    }
}
