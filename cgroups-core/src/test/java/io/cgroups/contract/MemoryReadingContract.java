package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.memory.MemoryLimit;
import io.cgroups.memory.MemorySpec;
import io.cgroups.memory.MemoryStats;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What watchers read of the memory of a group, on every kernel: the limits that hold it, and what it cannot give back. */
public abstract class MemoryReadingContract {
    private static final Limit<DataSize> SMALL = Limit.of(DataSize.ofMebibytes(64));
    private static final Limit<DataSize> LARGE = Limit.of(DataSize.ofMebibytes(128));

    private final TestHost host;
    private String name = "";
    private Cgroup box;

    protected MemoryReadingContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.MEMORY);
        name = host.newName();
        box = host.cgroups().create(name, Controller.MEMORY);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void theSmallestLimitOfTheGroupAndThoseAboveHolds() {
        box.memory().max(LARGE);
        Cgroup inner = box.child("inner", Controller.MEMORY);
        assertThat(inner.memory().effectiveLimit(MemoryLimit.MAX)).isEqualTo(LARGE);
        inner.memory().max(SMALL);
        assertThat(inner.memory().effectiveLimit(MemoryLimit.MAX)).isEqualTo(SMALL);
        assertThat(box.memory().effectiveLimit(MemoryLimit.MAX)).isEqualTo(LARGE);
        assertThat(inner.memory().stats().hierarchicalMax()).contains(SMALL);
    }

    @Test
    void aGroupThatHasNoMemoryControllerItselfIsHeldAllTheSame() {
        box.memory().max(SMALL);
        assertThat(box.child("inner").memory().effectiveLimit(MemoryLimit.MAX)).isEqualTo(SMALL);
    }

    @Test
    void swapIsHeldByTheGroupsAboveToo() {
        assumeTrue(
                box.files(Controller.MEMORY).list().stream()
                        .anyMatch(file -> file.startsWith("memory.memsw.") || file.startsWith("memory.swap.")),
                "no swap accounting");
        box.memory()
                .apply(MemorySpec.builder().max(SMALL).memoryPlusSwapMax(LARGE).build());
        Cgroup inner = box.child("inner", Controller.MEMORY);
        assertThat(inner.memory().effectiveLimit(MemoryLimit.MEMORY_PLUS_SWAP_MAX))
                .isEqualTo(LARGE);
        assertThat(inner.memory().effectiveLimit(MemoryLimit.SWAP_MAX)).isEqualTo(SMALL);
        assertThat(inner.memory().swapMax()).isEqualTo(Limit.unlimited());
    }

    @Test
    void protectionsAreNoLimits() {
        assertThat(List.of(MemoryLimit.MIN, MemoryLimit.LOW, MemoryLimit.SOFT_LIMIT))
                .allSatisfy(which -> assertThatThrownBy(() -> box.memory().effectiveLimit(which))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining(which.name()));
    }

    @Test
    void aGroupThatIsGoneHasNoLimits() {
        box.delete();
        assertThatThrownBy(() -> box.memory().effectiveLimit(MemoryLimit.MAX))
                .isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void theWorkingSetIsTheUsageWithoutTheFileCacheThatGoesFirst() {
        assertThat(host.startUsing(box, DataSize.ofMebibytes(24))).isTrue();
        MemoryStats stats = box.memory().stats();
        DataSize inactive = stats.total().inactiveFile().orElseThrow();
        DataSize workingSet = stats.workingSet().orElseThrow();

        assertThat(workingSet.bytes() + inactive.bytes())
                .isEqualTo(stats.usage().bytes());
        assertThat(workingSet).isGreaterThan(DataSize.ofMebibytes(16));
        assertThat(stats.anonymous()).isEqualTo(stats.total().rss());
        assertThat(stats.anonymous().orElseThrow()).isGreaterThan(DataSize.ofMebibytes(16));
    }

    @Test
    void aKernelThatDoesNotReportFileCacheHasNoWorkingSet() {
        Set<String> lines = Set.of("inactive_file", "total_inactive_file");
        MemoryStats without = new OtherLines(host.files(), "memory.stat", lines, "")
                .cgroups()
                .open(name)
                .memory()
                .stats();
        assertThat(without.workingSet()).isEmpty();

        MemoryStats full = new OtherLines(
                        host.files(), "memory.stat", lines, "inactive_file 9999999999\ntotal_inactive_file 9999999999")
                .cgroups()
                .open(name)
                .memory()
                .stats();
        assertThat(full.workingSet()).contains(DataSize.ofBytes(0));
    }
}
