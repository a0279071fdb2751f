package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.ValueRejectedException;
import io.cgroups.memory.MemoryNumaStats;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.MemoryStats;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the memory controller does on every kernel, whatever hierarchy it is on. */
public abstract class MemoryContract {
    private static final Limit<DataSize> UNLIMITED = Limit.unlimited();
    private static final Limit<DataSize> SMALL = mebibytes(64);
    private static final Limit<DataSize> LARGE = mebibytes(128);
    private static final DataSize USED = DataSize.ofMebibytes(24);

    private final TestHost host;
    private Cgroup box;

    protected MemoryContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.MEMORY);
        box = host.cgroups().create(host.newName(), Controller.MEMORY);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static Limit<DataSize> mebibytes(long number) {
        return Limit.of(DataSize.ofMebibytes(number));
    }

    private boolean isSwapAccounted() {
        return box.files(Controller.MEMORY).list().stream()
                .anyMatch(file -> file.startsWith("memory.memsw.") || file.startsWith("memory.swap."));
    }

    private void assumeSwapIsAccounted() {
        assumeTrue(isSwapAccounted(), "no swap accounting");
    }

    private void setBoth(Limit<DataSize> max, Limit<DataSize> memoryPlusSwapMax) {
        box.memory()
                .apply(MemorySpec.builder()
                        .max(max)
                        .memoryPlusSwapMax(memoryPlusSwapMax)
                        .build());
    }

    @Test
    void aNewGroupHasNoLimitAndNoFailures() {
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
        assertThat(box.memory().failures()).isZero();
        assertThat(box.memory().stats().hierarchicalMax()).contains(UNLIMITED);
    }

    @Test
    void limitsAreSetAndTakenAway() {
        box.memory().max(SMALL).softLimit(mebibytes(32));
        assertThat(box.memory().max()).isEqualTo(SMALL);
        assertThat(box.memory().softLimit()).isEqualTo(mebibytes(32));
        assertThat(box.memory().low()).isEqualTo(mebibytes(32));

        box.memory().max(UNLIMITED).softLimit(UNLIMITED);
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
        assertThat(box.memory().softLimit()).isEqualTo(UNLIMITED);
    }

    @Test
    void aProtectedSizeReadsBackAsTheSoftLimit() {
        box.memory().low(mebibytes(16));
        assertThat(box.memory().low()).isEqualTo(mebibytes(16));
        assertThat(box.memory().softLimit()).isEqualTo(mebibytes(16));
    }

    @Test
    void theSmallestLimitOfTheGroupsAboveIsKnown() {
        box.memory().max(SMALL);
        Cgroup inner = box.child("inner", Controller.MEMORY);
        inner.memory().max(LARGE);
        assertThat(inner.memory().stats().hierarchicalMax()).contains(SMALL);
        assertThat(inner.memory().max()).isEqualTo(LARGE);
    }

    @Test
    void theKernelRoundsALimitDownToWholePages() {
        box.memory().max(Limit.of(DataSize.ofBytes(1_000_001)));
        long bytes = box.memory().max().value().orElseThrow().bytes();
        assertThat(bytes).isBetween(1_000_001L - 65_536, 1_000_001L);
        assertThat(bytes % 4096).isZero();
    }

    @Test
    void theLargestLimitIsNotMistakenForUnlimited() {
        box.memory().max(Limit.of(MemorySpec.LARGEST_LIMIT));
        assertThat(box.memory().max().value())
                .hasValueSatisfying(size -> assertThat(size.bytes())
                        .isBetween(MemorySpec.LARGEST_LIMIT.bytes() - 65_536, MemorySpec.LARGEST_LIMIT.bytes()));
    }

    @Test
    void memoryAndSwapAreLimitedTogetherInBothDirections() {
        assumeSwapIsAccounted();
        setBoth(LARGE, LARGE);
        setBoth(SMALL, SMALL);
        setBoth(LARGE, mebibytes(256));
        assertThat(box.memory().swapMax()).isEqualTo(LARGE);
        setBoth(mebibytes(512), mebibytes(512));

        assertThat(box.memory().max()).isEqualTo(mebibytes(512));
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(mebibytes(512));
        assertThat(box.memory().swapMax()).isEqualTo(mebibytes(0));
        setBoth(UNLIMITED, UNLIMITED);
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(UNLIMITED);
        assertThat(box.memory().swapMax()).isEqualTo(UNLIMITED);
    }

    @Test
    void swapIsLimitedBesideMemory() {
        assumeSwapIsAccounted();
        box.memory().apply(MemorySpec.builder().max(SMALL).swapMax(SMALL).build());
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(LARGE);

        box.memory().swapMax(mebibytes(16));
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(mebibytes(80));
        assertThat(box.memory().swapMax()).isEqualTo(mebibytes(16));
    }

    @Test
    void aLimitOfMemoryAndSwapBelowThatOfMemoryIsRefusedAndExplained() {
        assumeSwapIsAccounted();
        box.memory().max(LARGE);

        assertThatThrownBy(() -> box.memory().memoryPlusSwapMax(SMALL))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class,
                        e -> assertThat(e.hint()).contains("that of memory, which is 128 MiB"));
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(UNLIMITED);
    }

    @Test
    void aLimitOfMemoryAndSwapNeedsOneOfMemory() {
        assumeSwapIsAccounted();
        assertThatThrownBy(() -> box.memory().memoryPlusSwapMax(SMALL))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class,
                        e -> assertThat(e.hint()).contains("unlimited").contains("set both together"));
        assertThat(box.memory().swapMax()).isEqualTo(UNLIMITED);
    }

    @Test
    void aLimitBelowTheUsageIsRefusedWhereThatIsWanted() {
        // The kernel's own memory for the group below cannot be reclaimed.
        box.child("inner", Controller.MEMORY);
        MemorySpec nothing = MemorySpec.builder()
                .max(Limit.of(DataSize.ofBytes(0)))
                .refuseBelowUsage()
                .build();

        assertThatThrownBy(() -> box.memory().apply(nothing))
                .isInstanceOfSatisfying(
                        CgroupBusyException.class, e -> assertThat(e.hint()).containsPattern("now \\d+ .?i?B"));
        assertThat(box.memory().max()).isEqualTo(UNLIMITED);
        box.memory().apply(MemorySpec.builder().max(SMALL).refuseBelowUsage().build());
        assertThat(box.memory().max()).isEqualTo(SMALL);
    }

    @Test
    void whatMembersUseIsRead() {
        assertThat(host.startUsing(box, USED)).isTrue();
        MemoryStats stats = box.memory().stats();

        assertThat(stats.usage()).isGreaterThanOrEqualTo(USED);
        assertThat(box.memory().usage()).isGreaterThanOrEqualTo(USED);
        assertThat(box.memory().peak()).isGreaterThanOrEqualTo(USED);
        assertThat(stats.peak()).hasValueSatisfying(peak -> assertThat(peak).isGreaterThanOrEqualTo(USED));
        assertThat(stats.failures()).hasValue(0);
        assertThat(stats.total().rss())
                .hasValueSatisfying(rss -> assertThat(rss).isGreaterThan(DataSize.ofMebibytes(16)));
        assertThat(stats.total().cache()).isPresent();
        assertThat(stats.total().inactiveFile()).isPresent();
        assertThat(stats.raw("no_such_key")).isEmpty();
    }

    @Test
    void swapIsRead() {
        assumeSwapIsAccounted();
        MemoryStats stats = box.memory().stats();
        assertThat(box.memory().swapUsage()).isEqualTo(DataSize.ofBytes(0));
        assertThat(stats.swap().usage()).contains(DataSize.ofBytes(0));
        assertThat(stats.total().swap()).contains(DataSize.ofBytes(0));
        assertThat(stats.swap().memoryPlusSwapUsage()).isPresent();
    }

    @Test
    void memoryOfEachNodeIsRead() {
        assumeTrue(box.files(Controller.MEMORY).list().contains("memory.numa_stat"), "no CONFIG_NUMA");
        host.startUsing(box, USED);
        Map<Integer, MemoryNumaStats.Node> nodes = box.memory().numaStats().nodes();
        long rss = nodes.values().stream()
                .mapToLong(node -> node.rss().orElseThrow().bytes())
                .sum();
        assertThat(nodes).containsKey(0);
        assertThat(rss).isGreaterThan(DataSize.ofMebibytes(16).bytes());
        assertThat(nodes.get(0).all()).isNotEmpty();
    }

    @Test
    void whoExceedsTheLimitIsKilledAndCounted() {
        MemorySpec.Builder spec = MemorySpec.builder().max(mebibytes(16));
        // Were both limits the same, v1 would count failures of memory and swap together only.
        box.memory().apply((isSwapAccounted() ? spec.memoryPlusSwapMax(mebibytes(20)) : spec).build());
        assertThat(host.startUsing(box, DataSize.ofMebibytes(48))).isFalse();

        assertThat(box.memory().failures()).isPositive();
        assertThat(box.memory().stats().failures().orElseThrow()).isPositive();
        assertThat(box.memory().localEvents().max().orElseThrow()).isPositive();
        assertThat(box.memory().localEvents().oomKills().orElseThrow()).isPositive();
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

    @Test
    void settingsOfWhichOneStandsForTheOtherAreNotMixed() {
        MemorySpec.Builder swap = MemorySpec.builder().memoryPlusSwapMax(LARGE).swapMax(SMALL);
        MemorySpec.Builder soft = MemorySpec.builder().softLimit(LARGE).low(SMALL);
        assertThatThrownBy(swap::build).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(soft::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("memory.low");
    }
}
