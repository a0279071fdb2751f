package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.memory.MemoryController;
import io.cgroups.memory.MemoryEvents;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.ReclaimResult;
import io.cgroups.memory.SoftLimitConversion;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the memory controller does on v2 only. */
public abstract class V2MemoryContract {
    private static final Limit<DataSize> UNLIMITED = Limit.unlimited();
    private static final Limit<DataSize> SMALL = mebibytes(16);
    private static final Limit<DataSize> NOTHING = mebibytes(0);
    private static final DataSize MUCH = DataSize.ofMebibytes(48);

    private final TestHost host;
    private Cgroup box;

    protected V2MemoryContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.MEMORY);
        box = host.cgroups().create(host.newName(), Controller.MEMORY);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static Limit<DataSize> mebibytes(long number) {
        return Limit.of(DataSize.ofMebibytes(number));
    }

    private String read(String file) {
        return box.files(Controller.MEMORY).read(file);
    }

    @Test
    void aNewGroupProtectsNothingAndLimitsNothing() {
        assertThat(List.of(box.memory().min(), box.memory().low(), box.memory().softLimit()))
                .containsOnly(NOTHING);
        assertThat(List.of(
                        box.memory().high(),
                        box.memory().swapMax(),
                        box.memory().swapHigh()))
                .containsOnly(UNLIMITED);
        assertThat(box.memory().oomGroup()).isFalse();
    }

    @Test
    void everySizeIsSetAndTakenAway() {
        box.memory()
                .apply(MemorySpec.builder()
                        .min(mebibytes(1))
                        .low(mebibytes(2))
                        .high(mebibytes(3))
                        .max(mebibytes(4))
                        .swapMax(mebibytes(5))
                        .swapHigh(mebibytes(6))
                        .oomGroup(true)
                        .build());
        assertThat(box.memory().min()).isEqualTo(mebibytes(1));
        assertThat(box.memory().low()).isEqualTo(mebibytes(2));
        assertThat(box.memory().high()).isEqualTo(mebibytes(3));
        assertThat(box.memory().max()).isEqualTo(mebibytes(4));
        assertThat(box.memory().swapMax()).isEqualTo(mebibytes(5));
        assertThat(box.memory().swapHigh()).isEqualTo(mebibytes(6));
        assertThat(box.memory().memoryPlusSwapMax()).isEqualTo(mebibytes(9));
        assertThat(box.memory().oomGroup()).isTrue();

        box.memory().min(UNLIMITED).high(UNLIMITED).max(UNLIMITED);
        assertThat(List.of(read("memory.min"), read("memory.high"), read("memory.max")))
                .containsOnly("max");
        assertThat(box.memory().min()).isEqualTo(UNLIMITED);
    }

    @Test
    void everyLimitOfTheGroupsAboveHolds() {
        box.memory().high(SMALL).swapMax(NOTHING);
        Cgroup inner = box.child("inner", Controller.MEMORY);
        inner.memory().high(mebibytes(1000));
        assertThat(inner.memory().effectiveLimit(MemoryLimit.HIGH)).isEqualTo(SMALL);
        assertThat(inner.memory().effectiveLimit(MemoryLimit.SWAP_MAX)).isEqualTo(NOTHING);
        assertThat(inner.memory().effectiveLimit(MemoryLimit.SWAP_HIGH)).isEqualTo(UNLIMITED);
    }

    @Test
    void aLimitOfMemoryAndSwapLeavesTheRestToSwap() {
        box.memory()
                .apply(MemorySpec.builder().max(SMALL).memoryPlusSwapMax(SMALL).build());
        assertThat(read("memory.swap.max")).isEqualTo("0");
        box.memory().memoryPlusSwapMax(mebibytes(20));
        assertThat(read("memory.swap.max")).isEqualTo("4194304");
    }

    @Test
    void theSoftLimitIsAHighLimitOnRequest() {
        box.memory()
                .apply(MemorySpec.builder()
                        .softLimitAs(SoftLimitConversion.HIGH)
                        .softLimit(SMALL)
                        .build());
        assertThat(box.memory().high()).isEqualTo(SMALL);
        assertThat(box.memory().low()).isEqualTo(NOTHING);
    }

    @Test
    void aLimitBelowTheUsageKillsUnlessItIsToBeRefused() {
        box.memory().swapMax(NOTHING);
        assertThat(host.startUsing(box, MUCH)).isTrue();
        MemorySpec refused = MemorySpec.builder().max(SMALL).refuseBelowUsage().build();
        assertThatThrownBy(() -> box.memory().apply(refused))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("would kill");
        assertThat(read("memory.max")).isEqualTo("max");
        assertThat(box.memory().events().oomKills()).hasValue(0);

        box.memory().max(SMALL);
        assertThat(box.memory().max()).isEqualTo(SMALL);
        assertThat(box.memory().events().oomKills().orElseThrow()).isPositive();
    }

    @Test
    void allMembersAreKilledTogetherWhereThatIsWanted() {
        Cgroup inner = box.child("inner", Controller.MEMORY);
        box.memory()
                .apply(MemorySpec.builder()
                        .oomGroup(true)
                        .max(SMALL)
                        .swapMax(NOTHING)
                        .build());
        inner.attach(host.startProcess());
        assertThat(host.startUsing(inner, MUCH)).isFalse();

        host.pass(Duration.ofSeconds(1));
        assertThat(inner.processes()).isEmpty();
        MemoryEvents all = box.memory().events();
        assertThat(all.oom().orElseThrow()).isPositive();
        assertThat(all.oomKills().orElseThrow()).isGreaterThanOrEqualTo(2);
        assertThat(all.raw("oom_kill")).isEqualTo(all.oomKills());
        // The limit was reached in one group, the victims were in the other.
        assertThat(box.memory().localEvents().max().orElseThrow()).isPositive();
        assertThat(box.memory().localEvents().oomKills()).hasValue(0);
        assertThat(inner.memory().failures()).isZero();
        assertThat(inner.memory().localEvents().oomKills().orElseThrow()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void membersOverTheHighLimitAreCountedAndLive() {
        box.memory().apply(MemorySpec.builder().high(SMALL).swapMax(NOTHING).build());
        // The kernel slows it down so much that one page more takes seconds.
        assertThat(host.startUsing(box, DataSize.ofMebibytes(17))).isTrue();
        // It is counted when the member leaves the system call in which it took the page.
        assertThat(host.files()
                        .clock()
                        .await(() -> box.memory().events().high().orElseThrow() > 0, Duration.ofSeconds(30)))
                .isTrue();
        assertThat(box.memory().events().oomKills()).hasValue(0);
    }

    @Test
    void reclaimingMoreThanThereIsIsIncomplete() {
        assertThat(box.memory().reclaim(DataSize.ofBytes(0))).isEqualTo(ReclaimResult.COMPLETE);
        assertThat(box.memory().reclaim(DataSize.ofGibibytes(1))).isEqualTo(ReclaimResult.INCOMPLETE);
    }

    @Test
    void swapEventsAreRead() {
        assertThat(box.memory().swapEvents().max()).hasValue(0);
        assertThat(box.memory().swapEvents().failures()).hasValue(0);
        assertThat(box.memory().swapEvents().raw("max")).hasValue(0);
    }

    @Test
    void statisticsAreWithTheGroupsBelowOnly() {
        assertThat(box.memory().stats().own()).isEmpty();
        assertThat(box.memory().stats().swap().memoryPlusSwapPeak()).isEmpty();
        assertThat(box.memory().stats().swap().memoryPlusSwapFailures()).isEmpty();
    }

    @Test
    void whatNewerKernelsHaveSaysWhichWhereItIsMissing() {
        assertThatPresentOr("memory.swap.peak", MemoryController::swapPeak, "Linux 6.5");
        assertThatPresentOr("memory.zswap.max", memory -> memory.zswapMax(SMALL), "CONFIG_ZSWAP");
    }

    private void assertThatPresentOr(String file, Consumer<MemoryController> use, String since) {
        if (box.files(Controller.MEMORY).list().contains(file)) {
            use.accept(box.memory());
        } else {
            assertThatThrownBy(() -> use.accept(box.memory()))
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining(file)
                    .hasMessageContaining(since);
        }
    }

    @Test
    void whatOnlyV1HasIsUnsupportedAndSaysWhatToUse() {
        List<Consumer<MemoryController>> uses = List.of(
                memory -> memory.swappiness(10),
                memory -> memory.oomKillDisabled(true),
                MemoryController::swappiness,
                MemoryController::oomControl,
                MemoryController::resetPeak,
                MemoryController::resetFailures,
                MemoryController::forceEmpty);
        assertThat(uses)
                .allSatisfy(use -> assertThatThrownBy(() -> use.accept(box.memory()))
                        .isInstanceOfSatisfying(
                                UnsupportedSettingException.class,
                                e -> assertThat(e.hint()).startsWith("v2 has no such thing: ")));
    }

    @Test
    void theRootHasNoLimits() {
        Cgroup root = host.root(Controller.MEMORY);
        assertThatThrownBy(() -> root.memory().max())
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("below the root");
        assertThat(root.memory().numaStats().nodes()).isNotEmpty();
    }

    @Test
    void aGroupWithoutTheControllerSaysSo() {
        Cgroup bare = host.cgroups().create(host.newName());
        Cgroup inner = bare.child("inner");
        assertThatThrownBy(() -> inner.memory().usage()).isInstanceOf(ControllerUnavailableException.class);
        inner.memory().max(SMALL);
        assertThat(inner.memory().max()).isEqualTo(SMALL);
    }
}
