package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.ValueRejectedException;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.MemoryStats;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the memory controller of v1 does on every kernel. */
public abstract class MemoryContract {
    private static final Limit<DataSize> UNLIMITED = Limit.unlimited();
    private static final Limit<DataSize> SMALL = mebibytes(64);
    private static final Limit<DataSize> LARGE = mebibytes(128);

    private final TestHost host;
    private Cgroup box;

    protected MemoryContract(TestHost host) {
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
    void aNewGroupHasNoLimits() {
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
        assertThat(box.memory().softLimit()).isEqualTo(UNLIMITED);
        assertThat(box.memory().swappiness()).isBetween(0, 200);
        assertThat(box.memory().failures()).isZero();
        assertThat(box.memory().oomControl().killDisabled()).isFalse();
        assertThat(box.memory().oomControl().underOom()).isFalse();
    }

    @Test
    void limitsAreSetAndTakenAway() {
        box.memory().max(SMALL).softLimit(mebibytes(32));
        assertThat(box.files(Controller.MEMORY).read("memory.limit_in_bytes")).isEqualTo("67108864");
        assertThat(box.memory().max()).isEqualTo(SMALL);
        assertThat(box.memory().softLimit()).isEqualTo(mebibytes(32));
        assertThat(box.memory().stats().hierarchicalMax()).contains(SMALL);

        box.memory().max(UNLIMITED).softLimit(UNLIMITED);
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
        assertThat(box.memory().softLimit()).isEqualTo(UNLIMITED);
    }

    @Test
    void theKernelRoundsALimitDownToWholePages() {
        box.memory().max(Limit.of(DataSize.ofBytes(1_000_001)));
        long bytes = box.memory().max().value().orElseThrow().bytes();
        assertThat(bytes).isBetween(1_000_001L - 65_536, 1_000_001L);
        assertThat(bytes % 4096).isZero();
    }

    @Test
    void lowersTheLimitBeforeMemswAndRaisesItAfter() {
        assumeSwapIsAccounted();
        setBoth(LARGE, LARGE);
        setBoth(SMALL, SMALL);
        setBoth(LARGE, mebibytes(256));
        setBoth(mebibytes(512), mebibytes(512));

        assertThat(box.memory().max()).isEqualTo(mebibytes(512));
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(mebibytes(512));
        setBoth(UNLIMITED, UNLIMITED);
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(UNLIMITED);
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
    void aLimitOfMemoryAndSwapBelowThatOfMemoryIsRefusedAndExplained() {
        assumeSwapIsAccounted();
        box.memory().max(LARGE);

        assertThatThrownBy(() -> box.memory().memoryPlusSwapMax(SMALL))
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.EINVAL);
                    assertThat(e.hint()).contains("that of memory, which is 128 MiB");
                });
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(UNLIMITED);
    }

    @Test
    void aLimitBelowTheUsageIsRefusedAndExplainedWithUsageAndPeak() {
        // The kernel's own memory for the group below cannot be reclaimed.
        box.child("inner");

        assertThatThrownBy(() -> box.memory().max(Limit.of(DataSize.ofBytes(0))))
                .isInstanceOfSatisfying(CgroupBusyException.class, e -> {
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

        assertThatThrownBy(() -> setBoth(Limit.of(DataSize.ofBytes(0)), LARGE)).isInstanceOf(CgroupBusyException.class);
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
    void usagePeakAndStatisticsAreRead() {
        box.attach(host.startProcess());
        MemoryStats stats = box.memory().stats();

        assertThat(stats.peak()).hasValueSatisfying(peak -> assertThat(peak).isGreaterThanOrEqualTo(stats.usage()));
        assertThat(stats.failures()).hasValue(0);
        assertThat(stats.rss()).isPresent();
        assertThat(stats.totalRss()).isPresent();
        assertThat(stats.raw("total_cache"))
                .hasValue(stats.totalCache().orElseThrow().bytes());
        assertThat(stats.raw("no_such_key")).isEmpty();
        assertThat(stats.hierarchicalMax()).contains(UNLIMITED);
    }

    @Test
    void peakAndFailuresAreResetAndMemoryIsReclaimed() {
        box.memory().forceEmpty().resetPeak().resetFailures();
        assertThat(box.memory().failures()).isZero();
        assertThat(box.memory().peak()).isGreaterThanOrEqualTo(DataSize.ofBytes(0));
        assertThat(box.memory().stats().memoryPlusSwapFailures().orElse(0)).isZero();
    }

    @Test
    void valuesThatMeanSomethingElseAreRefusedBeforeAnyWrite() {
        assertThatThrownBy(() -> box.memory().swappiness(201)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> box.memory().max(Limit.of(DataSize.ofBytes(Long.MAX_VALUE))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Limit.unlimited()");
        assertThatThrownBy(() -> setBoth(LARGE, SMALL))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("128 MiB");
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
    }
}
