package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.SoftLimitConversion;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of writes to memory files, which depends on the present values. */
class V2MemoryPlanTest {
    private static final String MAX = "memory.max 67108864";
    private static final String SWAP = "memory.swap.max 33554432";

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroup box = kernel.cgroups().create("box", Controller.MEMORY);

    private static Limit<DataSize> mebibytes(long number) {
        return Limit.of(DataSize.ofMebibytes(number));
    }

    private static MemorySpec.Builder both(long max, long memoryPlusSwapMax) {
        return MemorySpec.builder().max(mebibytes(max)).memoryPlusSwapMax(mebibytes(memoryPlusSwapMax));
    }

    private List<String> plan(MemorySpec.Builder spec) {
        return box.memory().plan(spec.build()).stream()
                .map(V2MemoryPlanTest::line)
                .toList();
    }

    private static String line(KernelWrite write) {
        return write.file() + " " + write.text();
    }

    @Test
    void swapIsLoweredAfterMemory() {
        assertThat(plan(both(64, 96))).containsExactly(MAX, SWAP);
    }

    @Test
    void swapIsRaisedBeforeMemoryIsLimited() {
        box.memory().swapMax(mebibytes(16));
        assertThat(plan(both(64, 96))).containsExactly(SWAP, MAX);
    }

    @Test
    void takingBothLimitsAwayIsMaxTwice() {
        box.memory().apply(both(16, 32).build());
        MemorySpec.Builder none = MemorySpec.builder().max(Limit.unlimited()).memoryPlusSwapMax(Limit.unlimited());
        assertThat(plan(none)).containsExactly("memory.swap.max max", "memory.max max");
    }

    @Test
    void theLimitOfMemoryThatHoldsIsTakenOffThatOfBoth() {
        box.memory().max(mebibytes(64));
        assertThat(plan(MemorySpec.builder().memoryPlusSwapMax(mebibytes(96)))).containsExactly(SWAP);
        assertThatThrownBy(() -> plan(MemorySpec.builder().memoryPlusSwapMax(mebibytes(32))))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("which is 64 MiB");
    }

    @Test
    void whatIsNotMentionedIsNotWritten() {
        assertThat(plan(MemorySpec.builder())).isEmpty();
        assertThat(plan(MemorySpec.builder().refuseBelowUsage())).isEmpty();
        assertThat(plan(MemorySpec.builder().max(mebibytes(64)))).containsExactly(MAX);
    }

    @Test
    void whoDiesTogetherComesFirstAndTheGentleLimitBeforeTheHardOne() {
        assertThat(plan(both(64, 96)
                        .oomGroup(true)
                        .softLimit(mebibytes(1))
                        .high(mebibytes(32))
                        .swapHigh(mebibytes(16))
                        .min(mebibytes(0))))
                .containsExactly(
                        "memory.oom.group 1",
                        "memory.min 0",
                        "memory.low 1048576",
                        "memory.high 33554432",
                        MAX,
                        SWAP,
                        "memory.swap.high 16777216");
    }

    @Test
    void theSoftLimitIsAHighLimitOnRequest() {
        assertThat(plan(MemorySpec.builder()
                        .softLimit(mebibytes(1))
                        .softLimitAs(SoftLimitConversion.HIGH)
                        .low(mebibytes(2))))
                .containsExactly("memory.low 2097152", "memory.high 1048576");
    }

    @Test
    void aLimitBelowTheUsageIsRefusedOnlyWhereThatIsWanted() {
        box.attach(kernel.startProcess());
        assertThat(kernel.useMemory(box.files(Controller.MEMORY).directory(), DataSize.ofMebibytes(128)))
                .isTrue();

        assertThat(plan(MemorySpec.builder().max(mebibytes(64)))).containsExactly(MAX);
        assertThat(plan(MemorySpec.builder().max(mebibytes(128)).refuseBelowUsage()))
                .hasSize(1);
        assertThatThrownBy(() -> plan(MemorySpec.builder().max(mebibytes(64)).refuseBelowUsage()))
                .isInstanceOfSatisfying(CgroupBusyException.class, e -> {
                    assertThat(e.errno()).isEmpty();
                    assertThat(e.data()).contains("67108864");
                    assertThat(e.hint()).contains("now 128 MiB");
                });
    }

    @Test
    void aRefusedStepTakesTheEarlierOnesBack() {
        List<KernelWrite> undo = box.memory().plan(both(64, 96).build()).stream()
                .flatMap(write -> write.inverse().stream())
                .toList();
        assertThat(undo).extracting(V2MemoryPlanTest::line).containsExactly("memory.max max", "memory.swap.max max");
    }
}
