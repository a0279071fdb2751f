package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many CPUs the groups above leave to a group, on every kernel. */
public abstract class CpuBandwidthContract {
    private static final CpuBandwidth HALF = new CpuBandwidth(CpuQuota.ofMicros(25_000), CpuPeriod.ofMicros(50_000));
    private static final CpuBandwidth FIFTH = CpuBandwidth.ofCpus(0.2);

    private final TestHost host;
    private Cgroup box;

    protected CpuBandwidthContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.CPU);
        box = host.cgroups().create(host.newName(), Controller.CPU);
        box.cpu().bandwidth(HALF);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void theTightestQuotaOfTheGroupAndThoseAboveHolds() {
        Cgroup inner = box.child("inner", Controller.CPU);
        assertThat(inner.cpu().effectiveBandwidth()).isEqualTo(HALF);
        inner.cpu().bandwidth(FIFTH);
        assertThat(inner.cpu().effectiveBandwidth()).isEqualTo(FIFTH);
        assertThat(inner.child("leaf", Controller.CPU).cpu().effectiveBandwidth())
                .isEqualTo(FIFTH);
        assertThat(box.cpu().effectiveBandwidth()).isEqualTo(HALF);
    }

    @Test
    void ofEqualOnesThatOfTheNearestGroupIsTold() {
        Cgroup inner = box.child("inner", Controller.CPU);
        inner.cpu().bandwidth(CpuBandwidth.ofCpus(0.5));
        assertThat(inner.cpu().effectiveBandwidth()).isEqualTo(CpuBandwidth.ofCpus(0.5));
    }

    @Test
    void aGroupThatHasNoCpuControllerItselfIsHeldAllTheSame() {
        assertThat(box.child("inner").cpu().effectiveBandwidth()).isEqualTo(HALF);
    }

    @Test
    void noMoreCpusThanTheCpusetHasAndTheQuotaAllows() {
        host.assumeHas(Controller.CPUSET);
        Cgroup both = host.cgroups().create(host.newName(), Controller.CPU, Controller.CPUSET);
        int cpus = both.cpuset().effectiveCpus().size();
        both.cpu().bandwidth(CpuBandwidth.ofCpus(cpus + 1.5));
        Cgroup inner = both.child("inner");
        assertThat(both.availableCpus()).isEqualTo(cpus);
        assertThat(inner.availableCpus()).isEqualTo(cpus);

        both.cpu().bandwidth(FIFTH);
        assertThat(both.availableCpus()).isEqualTo(0.2);
        assertThat(inner.availableCpus()).isEqualTo(0.2);
        assertThat(inner.cpuset().availableCpus()).isEqualTo(both.cpuset().effectiveCpus());
    }

    @Test
    void aGroupThatIsGoneHasNoBandwidth() {
        box.delete();
        assertThatThrownBy(() -> box.cpu().effectiveBandwidth()).isInstanceOf(CgroupNotFoundException.class);
    }
}
