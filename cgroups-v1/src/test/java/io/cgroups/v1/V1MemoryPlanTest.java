package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.SoftLimitConversion;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of writes to memory files, which depends on the present values. */
class V1MemoryPlanTest {
    private static final String LIMIT = "memory.limit_in_bytes 67108864";
    private static final String MEMSW = "memory.memsw.limit_in_bytes 134217728";

    private final Cgroups cgroups = InMemoryKernel.v1().cgroups();
    private final Cgroup box = cgroups.create("box", Controller.MEMORY);

    private static Limit<DataSize> mebibytes(long number) {
        return Limit.of(DataSize.ofMebibytes(number));
    }

    private static MemorySpec.Builder both(long max, long memoryPlusSwapMax) {
        return MemorySpec.builder().max(mebibytes(max)).memoryPlusSwapMax(mebibytes(memoryPlusSwapMax));
    }

    private List<String> plan(MemorySpec.Builder spec) {
        return box.memory().plan(spec.build()).stream()
                .map(V1MemoryPlanTest::line)
                .toList();
    }

    private static String line(KernelWrite write) {
        return write.path().getFileName() + " " + write.text();
    }

    @Test
    void loweringWritesTheLimitFirst() {
        assertThat(plan(both(64, 128))).containsExactly(LIMIT, MEMSW);
    }

    @Test
    void raisingWritesMemswFirst() {
        box.memory().apply(both(16, 32).build());
        assertThat(plan(both(64, 128))).containsExactly(MEMSW, LIMIT);
    }

    @Test
    void anUnchangedMemswIsWrittenFirst() {
        box.memory().apply(both(16, 128).build());
        assertThat(plan(both(64, 128))).containsExactly(MEMSW, LIMIT);
    }

    @Test
    void takingBothLimitsAwayWritesMemswFirst() {
        box.memory().apply(both(16, 32).build());
        MemorySpec.Builder none = MemorySpec.builder().max(Limit.unlimited()).memoryPlusSwapMax(Limit.unlimited());
        assertThat(plan(none)).containsExactly("memory.memsw.limit_in_bytes -1", "memory.limit_in_bytes -1");
    }

    @Test
    void whatIsNotMentionedIsNotWritten() {
        assertThat(plan(MemorySpec.builder())).isEmpty();
        assertThat(plan(MemorySpec.builder().max(mebibytes(64)))).containsExactly(LIMIT);
        assertThat(plan(MemorySpec.builder().memoryPlusSwapMax(mebibytes(128)))).containsExactly(MEMSW);
    }

    @Test
    void limitsComeBeforeTheOtherSettings() {
        assertThat(plan(both(64, 128).oomKillDisabled(true).swappiness(0).softLimit(mebibytes(1))))
                .containsExactly(
                        LIMIT,
                        MEMSW,
                        "memory.soft_limit_in_bytes 1048576",
                        "memory.swappiness 0",
                        "memory.oom_control 1");
    }

    @Test
    void theOomKillerIsUndoneByItsFlag() {
        box.memory().oomKillDisabled(true);
        List<KernelWrite> plan =
                box.memory().plan(MemorySpec.builder().oomKillDisabled(false).build());
        assertThat(plan.get(0).inverse()).map(V1MemoryPlanTest::line).containsExactly("memory.oom_control 1");
    }

    @Test
    void aLimitOfSwapIsAddedToThatOfMemory() {
        box.memory().max(mebibytes(64));
        assertThat(plan(MemorySpec.builder().swapMax(mebibytes(64)))).containsExactly(MEMSW);
        assertThat(plan(MemorySpec.builder().max(mebibytes(64)).swapMax(mebibytes(64))))
                .containsExactly(LIMIT, MEMSW);
    }

    @Test
    void aProtectedSizeIsTheSoftLimit() {
        assertThat(plan(MemorySpec.builder().low(mebibytes(1)))).containsExactly("memory.soft_limit_in_bytes 1048576");
        assertThat(plan(MemorySpec.builder().high(mebibytes(1)).softLimitAs(SoftLimitConversion.HIGH)))
                .containsExactly("memory.soft_limit_in_bytes 1048576");
    }
}
