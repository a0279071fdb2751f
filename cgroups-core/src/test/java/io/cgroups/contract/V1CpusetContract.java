package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpuset.CpusetController;
import io.cgroups.cpuset.CpusetPartition;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.CpusetStats;
import io.cgroups.cpuset.IdSet;
import io.cgroups.cpuset.SchedRelaxDomainLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cpuset controller does on v1 only; see {@link V1CpusetFamilyContract} for groups among others. */
public abstract class V1CpusetContract {
    private final TestHost host;
    private Cgroup box;
    private IdSet cpus;
    private IdSet mems;

    protected V1CpusetContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.CPUSET);
        box = host.cgroups().create(host.newName(), Controller.CPUSET);
        cpus = box.cpuset().cpus();
        mems = box.cpuset().mems();
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private IdSet oneCpu() {
        return IdSet.of(cpus.iterator().next());
    }

    private void set(CpusetSpec.Builder spec) {
        box.cpuset().apply(spec.build());
    }

    @Test
    void aNewGroupHasTheSetsOfTheOneAboveAndTheKernelsDefaults() {
        CpusetController cpuset = box.cpuset();
        assertThat(cpus).isNotEmpty();
        assertThat(mems).isNotEmpty();
        assertThat(box.child("inner").cpuset().cpus()).isEqualTo(cpus);
        assertThat(box.child("inner").cpuset().mems()).isEqualTo(mems);
        assertThat(cpuset.cpuExclusive()).isFalse();
        assertThat(cpuset.memExclusive()).isFalse();
        assertThat(cpuset.memHardwall()).isFalse();
        assertThat(cpuset.memoryMigrate()).isFalse();
        assertThat(cpuset.schedLoadBalance()).isTrue();
        assertThat(cpuset.memorySpreadPage()).isFalse();
        assertThat(cpuset.memorySpreadSlab()).isFalse();
        assertThat(cpuset.schedRelaxDomainLevel()).isEqualTo(SchedRelaxDomainLevel.systemDefault());
    }

    @Test
    void anEmptySetIsSetWithoutMembersOnly() {
        box.cpus(IdSet.empty()).mems(IdSet.empty());
        assertThat(box.cpuset().cpus()).isEqualTo(IdSet.empty());
        assertThat(box.cpuset().mems()).isEqualTo(IdSet.empty());
        long pid = host.startProcess();
        assertThatThrownBy(() -> box.attach(pid))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("no CPUs or no memory nodes");

        box.cpus(cpus).mems(mems).attach(pid);
        assertThatThrownBy(() -> box.cpus("")).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.ENOSPC);
            assertThat(e.hint()).contains("members");
        });
        assertThat(box.cpuset().cpus()).isEqualTo(cpus);
    }

    @Test
    void everyFlagIsSetAndTakenAway() {
        CpusetController cpuset = box.cpuset();
        for (boolean flag : new boolean[] {true, false}) {
            cpuset.cpuExclusive(flag).memExclusive(flag).memHardwall(flag).memoryMigrate(flag);
            cpuset.schedLoadBalance(flag).memorySpreadPage(flag).memorySpreadSlab(flag);
            assertThat(cpuset.cpuExclusive()).isEqualTo(flag);
            assertThat(cpuset.memExclusive()).isEqualTo(flag);
            assertThat(cpuset.memHardwall()).isEqualTo(flag);
            assertThat(cpuset.memoryMigrate()).isEqualTo(flag);
            assertThat(cpuset.schedLoadBalance()).isEqualTo(flag);
            assertThat(cpuset.memorySpreadPage()).isEqualTo(flag);
            assertThat(cpuset.memorySpreadSlab()).isEqualTo(flag);
        }
    }

    @Test
    void theDomainLevelIsSetAndLeftToTheSystemAgain() {
        CpusetController cpuset = box.cpuset();
        cpuset.schedRelaxDomainLevel(SchedRelaxDomainLevel.of(1));
        assertThat(cpuset.schedRelaxDomainLevel()).isEqualTo(SchedRelaxDomainLevel.of(1));
        assertThatThrownBy(() -> cpuset.schedRelaxDomainLevel(SchedRelaxDomainLevel.of(1000)))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("fewer levels");
        cpuset.schedRelaxDomainLevel(SchedRelaxDomainLevel.systemDefault());
        assertThat(cpuset.schedRelaxDomainLevel()).isEqualTo(SchedRelaxDomainLevel.systemDefault());
        assertThat(box.files(Controller.CPUSET).read("cpuset.sched_relax_domain_level"))
                .isEqualTo("-1");
    }

    @Test
    void aSpecificationOverTheWholeControllerIsCarriedOutAtOnce() {
        box.update(CgroupSpec.builder()
                .cpuset(cpuset -> cpuset.cpus(oneCpu())
                        .mems(mems)
                        .memoryMigrate(true)
                        .memHardwall(true)
                        .schedRelaxDomainLevel(SchedRelaxDomainLevel.of(0)))
                .build());
        assertThat(box.cpuset().cpus()).isEqualTo(oneCpu());
        assertThat(box.cpuset().memoryMigrate()).isTrue();
        assertThat(box.cpuset().memHardwall()).isTrue();
        assertThat(box.cpuset().schedRelaxDomainLevel()).isEqualTo(SchedRelaxDomainLevel.of(0));
    }

    @Test
    void theMemoryPressureIsCountedToo() {
        CpusetStats stats = box.cpuset().stats();
        assertThat(stats.memoryPressure()).isPresent();
        assertThat(box.cpuset().memoryPressure()).isNotNegative();
    }

    @Test
    void theRootKeepsWhatTheMachineHas() {
        Cgroup root = host.root(Controller.CPUSET);
        assertThat(root.cpuset().cpus()).isEqualTo(cpus);
        assertThatThrownBy(() -> root.cpus(cpus))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("takes no other");
    }

    @Test
    void aRefusedStepTakesTheEarlierOnesBack() {
        assumeTrue(cpus.size() > 1, "one CPU only");
        box.cpuset().cpuExclusive(true);
        CpusetSpec spec = CpusetSpec.builder()
                .cpuExclusive(false)
                .cpus(oneCpu())
                .memoryMigrate(true)
                .schedRelaxDomainLevel(SchedRelaxDomainLevel.of(1000))
                .build();
        assertThatThrownBy(() -> box.cpuset().apply(spec))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class,
                        e -> assertThat(e.getSuppressed()).isEmpty());
        assertThat(box.cpuset().cpus()).isEqualTo(cpus);
        assertThat(box.cpuset().cpuExclusive()).isTrue();
        assertThat(box.cpuset().memoryMigrate()).isFalse();
    }

    @Test
    void anExclusiveGroupIsEmptiedAndFilledAgainInOneSpecification() {
        box.cpuset().cpuExclusive(true);
        set(CpusetSpec.builder().cpuExclusive(false).cpus(IdSet.empty()));
        assertThat(box.cpuset().cpus()).isEqualTo(IdSet.empty());
        set(CpusetSpec.builder().cpuExclusive(true).cpus(oneCpu()));
        assertThat(box.cpuset().cpus()).isEqualTo(oneCpu());
        assertThat(box.cpuset().cpuExclusive()).isTrue();
        box.cpuset().cpuExclusive(false);
        assertThatThrownBy(() -> box.files(Controller.CPUSET).write("cpuset.memory_pressure", "0"))
                .isInstanceOf(ValueRejectedException.class);
    }

    @Test
    void groupsBelowKeepWhatTheyUseAndTheKernelSaysWho() {
        Cgroup inner = box.child("inner");
        assertThatThrownBy(() -> box.cpus("")).isInstanceOfSatisfying(CgroupBusyException.class, e -> {
            assertThat(e.errno()).contains(Errno.EBUSY);
            assertThat(e.hint()).contains("inner still has " + cpus);
        });
        inner.cpus(oneCpu());
        box.cpus(oneCpu());
        assertThat(box.cpuset().cpus()).isEqualTo(oneCpu());
    }

    @Test
    void partitionsAreUnsupportedAndNothingIsWritten() {
        CpusetSpec spec = CpusetSpec.builder()
                .cpus(oneCpu())
                .partition(CpusetPartition.root())
                .build();
        assertThatThrownBy(() -> box.cpuset().apply(spec))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("use cpuExclusive");
        assertThat(box.cpuset().cpus()).isEqualTo(cpus);
        assertThatThrownBy(() -> box.cpuset().exclusiveCpus(cpus))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("use cpuExclusive");
        assertThatThrownBy(() -> box.cpuset().partition()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.cpuset().exclusiveCpus()).isInstanceOf(UnsupportedSettingException.class);
    }
}
