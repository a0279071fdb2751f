package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.IdSet;
import io.cgroups.cpuset.SchedRelaxDomainLevel;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of writes to cpuset files. */
class V1CpusetPlanTest {
    private final Cgroup box = InMemoryKernel.v1().cgroups().create("box", Controller.CPUSET);

    private List<String> plan(CpusetSpec.Builder spec) {
        return box.cpuset().plan(spec.build()).stream()
                .map(V1CpusetPlanTest::line)
                .toList();
    }

    private static String line(KernelWrite write) {
        return write.file().substring("cpuset.".length()) + " " + write.text();
    }

    private static CpusetSpec.Builder both() {
        return CpusetSpec.builder().cpus(IdSet.of(0)).mems(IdSet.of(0));
    }

    @Test
    void nothingIsWrittenForWhatIsNotMentioned() {
        assertThat(plan(CpusetSpec.builder())).isEmpty();
    }

    @Test
    void exclusivenessEndsBeforeTheSetsChangeAndBeginsAfter() {
        assertThat(plan(both().cpuExclusive(false).memExclusive(true)))
                .containsExactly("cpu_exclusive 0", "cpus 0", "mems 0", "mem_exclusive 1");
        assertThat(plan(both().cpuExclusive(true).memExclusive(false)))
                .containsExactly("mem_exclusive 0", "cpus 0", "mems 0", "cpu_exclusive 1");
    }

    @Test
    void whetherMemoryMovesIsDecidedBeforeTheNodesChange() {
        assertThat(plan(both().memoryMigrate(true))).containsExactly("memory_migrate 1", "cpus 0", "mems 0");
    }

    @Test
    void anEmptySetIsALineFeed() {
        assertThat(plan(CpusetSpec.builder().cpus(IdSet.empty()))).containsExactly("cpus \n");
    }

    @Test
    void theOtherSettingsFollow() {
        assertThat(plan(CpusetSpec.builder()
                        .schedRelaxDomainLevel(SchedRelaxDomainLevel.systemDefault())
                        .schedLoadBalance(false)
                        .memorySpreadSlab(true)
                        .memorySpreadPage(false)
                        .memHardwall(true)))
                .containsExactly(
                        "mem_hardwall 1",
                        "memory_spread_page 0",
                        "memory_spread_slab 1",
                        "sched_load_balance 0",
                        "sched_relax_domain_level -1");
    }

    @Test
    void anEmptySetIsPutBackByALineFeed() {
        box.cpus("");
        KernelWrite write = box.cpuset()
                .plan(CpusetSpec.builder().cpus(IdSet.of(1)).build())
                .get(0);
        assertThat(write.inverse()).map(V1CpusetPlanTest::line).containsExactly("cpus \n");
    }
}
