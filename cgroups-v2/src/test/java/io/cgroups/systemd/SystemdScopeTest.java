package io.cgroups.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Controller;
import io.cgroups.InvalidNameException;
import io.cgroups.InvalidValueException;
import io.cgroups.SystemdException;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.internal.systemd.HostSystemd;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of systemd, and what is done in the scope it makes, on an in-memory kernel. */
class SystemdScopeTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final FakeSystemd systemd = new FakeSystemd(kernel);
    private final long pid = kernel.startProcess();

    private SystemdScopeBuilder batch() {
        return new SystemdScopeBuilder(systemd, "batch.scope").process(pid);
    }

    @Test
    void controllersCanBeEnabledBelowTheScopeAlthoughItWasMadeForAProcess() {
        SystemdScope scope = batch().start();

        Cgroup workers = scope.cgroups().create("workers", Controller.CPU).cpuQuota(20_000);

        assertThat(scope.path()).hasToString("system.slice/batch.scope");
        assertThat(scope.group().processes()).isEmpty();
        assertThat(scope.cgroups().open("evacuated").processes()).containsExactly(pid);
        assertThat(workers.attach(pid).processes()).containsExactly(pid);
        assertThat(systemd.open).isZero();
    }

    @Test
    void theScopeIsDelegatedAndForgottenWhenItFails() {
        batch().start();

        assertThat(systemd.properties)
                .containsEntry("Delegate", true)
                .containsEntry("CollectMode", "inactive-or-failed")
                .containsEntry("PIDs", List.of(pid));
    }

    @Test
    void whatIsSaidOfTheScopeReachesSystemdInItsUnits() {
        batch().description("text")
                .slice("machine-batch")
                .cpuQuotaPercent(150)
                .cpuWeight(CpuWeight.of(7))
                .memoryMax(DataSize.ofMebibytes(1))
                .tasksMax(9)
                .stopTime(Duration.ofSeconds(3))
                .manager(ServiceManager.USER)
                .timeLimit(Duration.ofSeconds(5))
                .start();

        assertThat(systemd.properties)
                .contains(
                        entry("Description", "text"),
                        entry("Slice", "machine-batch.slice"),
                        entry("CPUQuotaPerSecUSec", 1_500_000L),
                        entry("CPUWeight", 7L),
                        entry("MemoryMax", 1L << 20),
                        entry("TasksMax", 9L),
                        entry("TimeoutStopUSec", 3_000_000L));
        assertThat(systemd.calls).startsWith("connect USER PT5S");
    }

    @Test
    void anOlderSystemdIsAskedAgainWithoutWhatItDoesNotNeedToKnow() {
        systemd.unknown.add("CollectMode");

        batch().start();

        assertThat(systemd.properties).doesNotContainKey("CollectMode").containsEntry("Delegate", true);
        assertThat(systemd.calls).filteredOn("start batch.scope"::equals).hasSize(2);
    }

    @Test
    void aPropertyThatWasAskedForIsNotLeftOut() {
        systemd.unknown.add("TasksMax");

        assertThatThrownBy(() -> batch().tasksMax(5).start()).isInstanceOf(SystemdException.class);
        assertThat(systemd.open).isZero();
    }

    @Test
    void closingStopsTheUnitOnce() {
        SystemdScope scope = batch().start();
        scope.close();
        scope.close();

        assertThat(systemd.calls).filteredOn("stop batch.scope"::equals).hasSize(1);
        assertThatThrownBy(scope::group).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void closingLeavesTheUnitWhenThatWasAgreed() {
        batch().atClose(AtClose.LEAVE).start().close();

        assertThat(systemd.calls).doesNotContain("stop batch.scope");
    }

    @Test
    void aUnitThatEndsAtOnceIsNoScope() {
        systemd.endsAtOnce = true;

        assertThatThrownBy(() -> batch().start())
                .isInstanceOf(SystemdException.class)
                .hasMessageContaining("ended at once");
    }

    @Test
    void withoutSystemdOrOnV1HierarchiesNothingIsAsked() {
        FakeSystemd hybrid = new FakeSystemd(InMemoryKernel.hybrid());
        systemd.running = false;

        assertThatThrownBy(() -> batch().start()).isInstanceOf(CgroupsUnavailableException.class);
        assertThatThrownBy(() ->
                        new SystemdScopeBuilder(hybrid, "a.scope").process(pid).start())
                .isInstanceOf(CgroupsUnavailableException.class)
                .hasMessageContaining("HYBRID");
        assertThat(systemd.calls).isEmpty();
        assertThat(hybrid.calls).isEmpty();
    }

    /** The class path of this module has no D-Bus library, as that of a program that does not add it. */
    @Test
    void withoutTheLibraryTheExceptionNamesWhatToAdd() {
        HostSystemd host = new HostSystemd(Map.of());

        assertThatThrownBy(() -> host.connect(ServiceManager.SYSTEM, Duration.ofSeconds(1)))
                .isInstanceOf(CgroupsUnavailableException.class)
                .hasMessageContaining("com.github.hypfvieh:dbus-java-core");
    }

    @Test
    void aScopeNeedsAProcess() {
        assertThatThrownBy(() -> new SystemdScopeBuilder(systemd, "a.scope").start())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batch().process(0)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void namesAreThoseThatSystemdTakes() {
        assertThat(SystemdScope.builder("a:b_c.d-e\\x2d")).isNotNull();
        for (String bad : List.of("", ".scope", "a/b", "a b", "ä", "a@b", "a".repeat(250))) {
            assertThatThrownBy(() -> SystemdScope.builder(bad)).as(bad).isInstanceOf(InvalidNameException.class);
        }
        for (String bad : List.of("", "a--b", "-a", "a-", "a/b")) {
            assertThatThrownBy(() -> batch().slice(bad)).as(bad).isInstanceOf(InvalidNameException.class);
        }
        assertThat(batch().slice("-.slice")).isNotNull();
    }

    @Test
    void limitsOutOfRangeAreRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> batch().cpuQuotaPercent(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> batch().tasksMax(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> batch().timeLimit(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> batch().stopTime(Duration.ofSeconds(-1))).isInstanceOf(InvalidValueException.class);
    }
}
