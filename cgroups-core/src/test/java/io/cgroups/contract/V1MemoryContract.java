package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.memory.MemoryController;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.MemoryStats;
import io.cgroups.memory.SoftLimitConversion;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the memory controller does on v1 only. */
public abstract class V1MemoryContract {
    private static final Limit<DataSize> UNLIMITED = Limit.unlimited();
    private static final Limit<DataSize> SMALL = mebibytes(64);
    private static final Limit<DataSize> LARGE = mebibytes(128);
    private static final Limit<DataSize> NOTHING = mebibytes(0);

    private final TestHost host;
    private Cgroup box;

    protected V1MemoryContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.MEMORY);
        box = host.cgroups().create(host.newName(), Controller.MEMORY);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static Limit<DataSize> mebibytes(long number) {
        return Limit.of(DataSize.ofMebibytes(number));
    }

    private void assumeSwapIsAccounted() {
        assumeTrue(box.files(Controller.MEMORY).list().contains("memory.memsw.limit_in_bytes"), "no swap accounting");
    }

    private void setBoth(Limit<DataSize> max, Limit<DataSize> memoryPlusSwapMax) {
        box.memory()
                .apply(MemorySpec.builder()
                        .max(max)
                        .memoryPlusSwapMax(memoryPlusSwapMax)
                        .build());
    }

    @Test
    void aNewGroupHasWhatTheGroupAboveHas() {
        assertThat(box.memory().softLimit()).isEqualTo(UNLIMITED);
        assertThat(box.memory().swappiness()).isBetween(0, 200);
        assertThat(box.memory().oomControl().killDisabled()).isFalse();
        assertThat(box.memory().oomControl().underOom()).isFalse();
    }

    @Test
    void limitsAreWrittenInBytes() {
        box.memory().max(SMALL).low(mebibytes(32));
        assertThat(box.files(Controller.MEMORY).read("memory.limit_in_bytes")).isEqualTo("67108864");
        assertThat(box.files(Controller.MEMORY).read("memory.soft_limit_in_bytes"))
                .isEqualTo("33554432");
    }

    @Test
    void theSoftLimitStandsForAHighLimitOnRequest() {
        box.memory()
                .apply(MemorySpec.builder()
                        .softLimitAs(SoftLimitConversion.HIGH)
                        .high(SMALL)
                        .build());
        assertThat(box.memory().softLimit()).isEqualTo(SMALL);
    }

    @Test
    void aLimitAboveThatOfMemoryAndSwapIsRefusedAndExplained() {
        assumeSwapIsAccounted();
        setBoth(SMALL, SMALL);

        assertThatThrownBy(() -> box.memory().max(LARGE)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.EINVAL);
            assertThat(e.data()).contains("134217728");
            assertThat(e.hint()).contains("memory and swap, which is 64 MiB");
        });
        assertThat(box.memory().max()).isEqualTo(SMALL);
    }

    @Test
    void aLimitOfSwapAloneNeedsOneOfMemory() {
        assumeSwapIsAccounted();
        assertThatThrownBy(() -> box.memory().swapMax(SMALL))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class,
                        e -> assertThat(e.hint())
                                .contains("memory is unlimited")
                                .contains("set max as well"));
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(UNLIMITED);
    }

    @Test
    void aLimitBelowTheUsageIsRefusedAndExplainedWithUsageAndPeak() {
        // The kernel's own memory for the group below cannot be reclaimed.
        box.child("inner");

        assertThatThrownBy(() -> box.memory().max(NOTHING)).isInstanceOfSatisfying(CgroupBusyException.class, e -> {
            assertThat(e.errno()).contains(Errno.EBUSY);
            assertThat(e.hint()).containsPattern("now \\d+ .?i?B and at most \\d+ .?i?B");
        });
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
    }

    @Test
    void aRefusedStepTakesTheEarlierOnesBack() {
        assumeSwapIsAccounted();
        box.child("inner");
        setBoth(SMALL, SMALL);

        assertThatThrownBy(() -> setBoth(NOTHING, LARGE)).isInstanceOf(CgroupBusyException.class);
        assertThat(box.memory().max()).isEqualTo(SMALL);
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(SMALL);
    }

    @Test
    void swappinessAndOomKillerAreSetTogetherAndInherited() {
        box.memory()
                .apply(MemorySpec.builder().swappiness(10).oomKillDisabled(true).build());
        assertThat(box.memory().swappiness()).isEqualTo(10);
        assertThat(box.memory().oomControl().killDisabled()).isTrue();

        Cgroup inner = box.child("inner");
        assertThat(inner.memory().swappiness()).isEqualTo(10);
        assertThat(inner.memory().oomControl().killDisabled()).isTrue();

        box.memory().oomKillDisabled(false);
        assertThat(box.memory().oomControl().killDisabled()).isFalse();
    }

    @Test
    void statisticsAreOfTheGroupItselfAndOfThoseBelow() {
        MemoryStats stats = box.memory().stats();
        assertThat(stats.own()).hasValueSatisfying(own -> assertThat(own.rss()).isPresent());
        assertThat(stats.raw("total_cache"))
                .hasValue(stats.total().cache().orElseThrow().bytes());
    }

    @Test
    void peakAndFailuresAreResetAndMemoryIsReclaimed() {
        box.memory().forceEmpty().resetPeak().resetFailures();
        assertThat(box.memory().failures()).isZero();
        assertThat(box.memory().peak()).isGreaterThanOrEqualTo(DataSize.ofBytes(0));
        assertThat(box.memory().stats().swap().memoryPlusSwapFailures().orElse(0))
                .isZero();
    }

    @Test
    void whatOnlyV2HasIsUnsupportedAndSaysWhatToUse() {
        MemorySpec lowAsHigh = MemorySpec.builder()
                .softLimitAs(SoftLimitConversion.HIGH)
                .low(SMALL)
                .build();
        List<Consumer<MemoryController>> uses = List.of(
                memory -> memory.min(SMALL),
                memory -> memory.high(SMALL),
                memory -> memory.swapHigh(SMALL),
                memory -> memory.zswapMax(SMALL),
                memory -> memory.oomGroup(true),
                memory -> memory.apply(lowAsHigh),
                MemoryController::min,
                MemoryController::high,
                MemoryController::swapHigh,
                MemoryController::zswapMax,
                memory -> memory.effectiveLimit(MemoryLimit.HIGH),
                MemoryController::oomGroup,
                MemoryController::swapPeak,
                MemoryController::events,
                MemoryController::swapEvents,
                memory -> memory.reclaim(DataSize.ofMebibytes(1)));
        assertThat(uses)
                .allSatisfy(use -> assertThatThrownBy(() -> use.accept(box.memory()))
                        .isInstanceOfSatisfying(
                                UnsupportedSettingException.class,
                                e -> assertThat(e.hint()).startsWith("v1 has no such file: ")));
    }
}
