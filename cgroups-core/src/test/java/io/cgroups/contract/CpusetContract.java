package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupFormatException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.CpusetStats;
import io.cgroups.cpuset.IdSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cpuset controller does on every kernel, whichever hierarchy it is on. */
public abstract class CpusetContract {
    private final TestHost host;
    private Cgroup box;
    private IdSet cpus;
    private IdSet mems;

    protected CpusetContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.CPUSET);
        box = host.cgroups().create(host.newName(), Controller.CPUSET);
        cpus = box.cpuset().effectiveCpus();
        mems = box.cpuset().effectiveMems();
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private IdSet oneCpu() {
        return IdSet.of(cpus.iterator().next());
    }

    @Test
    void aNewGroupUsesWhatTheOneAboveHas() {
        assertThat(cpus).isNotEmpty();
        assertThat(mems).isNotEmpty();
        box.cpus(oneCpu());
        Cgroup inner = host.cgroups().create(box.path() + "/inner", Controller.CPUSET);
        assertThat(inner.cpuset().effectiveCpus()).isEqualTo(oneCpu());
        assertThat(inner.cpuset().effectiveMems()).isEqualTo(mems);
    }

    @Test
    void setsAreWrittenAndReadBack() {
        box.cpus(oneCpu()).mems(mems);
        assertThat(box.cpuset().cpus()).isEqualTo(oneCpu());
        assertThat(box.cpuset().effectiveCpus()).isEqualTo(oneCpu());

        box.cpus(cpus.toString()).mems(mems.toString());
        assertThat(box.cpuset().cpus()).isEqualTo(cpus);
        assertThat(box.cpuset().mems()).isEqualTo(mems);
        assertThatThrownBy(() -> box.cpus("0;1")).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void aSetIsEmptiedWithoutMembersOnly() {
        box.cpus(cpus).mems(mems).attach(host.startProcess());
        for (CpusetSpec spec : List.of(
                CpusetSpec.builder().cpus(IdSet.empty()).build(),
                CpusetSpec.builder().mems(IdSet.empty()).build())) {
            assertThatThrownBy(() -> box.cpuset().apply(spec))
                    .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                        assertThat(e.errno()).contains(Errno.ENOSPC);
                        assertThat(e.hint()).contains("members");
                    });
        }
        assertThat(box.cpuset().cpus()).isEqualTo(cpus);
        Cgroup free = host.cgroups().create(host.newName(), Controller.CPUSET);
        free.cpus(cpus).cpus(IdSet.empty());
        assertThat(free.cpuset().cpus()).isEqualTo(IdSet.empty());
    }

    @Test
    void statisticsAreWhatMembersReallyHave() {
        box.cpus(oneCpu());
        CpusetStats stats = box.cpuset().stats();
        assertThat(stats.effectiveCpus()).contains(oneCpu());
        assertThat(stats.effectiveMems()).contains(mems);
    }

    @Test
    void whatTheMachineDoesNotHaveIsRefusedAndWhatItHasIsNamed() {
        for (String file : new String[] {"cpus", "mems"}) {
            IdSet has = file.equals("cpus") ? cpus : mems;
            IdSet wrong = IdSet.of(has.stream().max().orElseThrow() + 1);
            CpusetSpec.Builder spec = CpusetSpec.builder();
            CpusetSpec wanted = (file.equals("cpus") ? spec.cpus(wrong) : spec.mems(wrong)).build();
            assertThatThrownBy(() -> box.cpuset().apply(wanted))
                    .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                        assertThat(e.data()).contains(wrong.toString());
                        assertThat(e.hint()).contains("has " + has + " and not " + wrong);
                    });
        }
        assertThatThrownBy(() -> box.cpus(IdSet.of(IdSet.MAX_ID))).isInstanceOf(ValueRejectedException.class);
        assertThat(box.cpuset().effectiveCpus()).isEqualTo(cpus);
    }

    @Test
    void aRefusedStepTakesTheEarlierOnesBack() {
        box.cpus(cpus);
        CpusetSpec spec = CpusetSpec.builder()
                .cpus(oneCpu())
                .mems(IdSet.of(mems.stream().max().orElseThrow() + 1))
                .build();
        assertThatThrownBy(() -> box.cpuset().apply(spec))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class,
                        e -> assertThat(e.getSuppressed()).isEmpty());
        assertThat(box.cpuset().cpus()).isEqualTo(cpus);
    }
}
