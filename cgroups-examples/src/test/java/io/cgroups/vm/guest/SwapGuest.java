package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.TestHost;
import io.cgroups.memory.MemorySpec;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members are really swapped out, as far as their limit of swap allows; the machine has swap. */
public class SwapGuest {
    private static final DataSize USED = DataSize.ofMebibytes(32);

    private final TestHost host = new LinuxHost();
    private final Cgroup box = host.cgroups().create(host.newName(), Controller.MEMORY);

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static Limit<DataSize> mebibytes(long number) {
        return Limit.of(DataSize.ofMebibytes(number));
    }

    @Test
    void aLimitBelowTheUsageSwapsOutAndNobodyIsKilled() {
        assertThat(host.startUsing(box, USED)).isTrue();
        box.memory()
                .apply(MemorySpec.builder()
                        .max(mebibytes(16))
                        .memoryPlusSwapMax(mebibytes(128))
                        .build());

        assertThat(box.memory().usage()).isLessThanOrEqualTo(DataSize.ofMebibytes(16));
        assertThat(box.memory().swapUsage()).isGreaterThan(DataSize.ofMebibytes(8));
        assertThat(box.memory().stats().swap().memoryPlusSwapUsage())
                .hasValueSatisfying(both -> assertThat(both).isGreaterThanOrEqualTo(USED));
        assertThat(box.memory().localEvents().oomKills()).hasValue(0);
        assertThat(box.processes()).hasSize(1);
    }

    @Test
    void whereThereIsNoSwapLeftTheMemberIsKilled() {
        box.memory()
                .apply(MemorySpec.builder()
                        .max(mebibytes(16))
                        .memoryPlusSwapMax(mebibytes(24))
                        .build());
        assertThat(host.startUsing(box, DataSize.ofMebibytes(64))).isFalse();
        assertThat(box.memory().localEvents().oomKills().orElseThrow()).isPositive();
        assertThat(box.memory().failures()).isPositive();
    }
}
