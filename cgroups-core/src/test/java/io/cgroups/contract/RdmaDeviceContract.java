package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import io.cgroups.rdma.RdmaLimits;
import io.cgroups.rdma.RdmaSpec;
import io.cgroups.rdma.RdmaUsage;
import io.cgroups.unit.Limit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of a device for remote direct memory access, on kernels that have one. */
public abstract class RdmaDeviceContract {
    private final TestHost host;
    private final String device;
    private Cgroup box;

    protected RdmaDeviceContract(TestHost host) {
        this.host = host;
        this.device = host.rdmaDevice().orElseThrow();
    }

    @BeforeEach
    void makeGroup() {
        box = host.cgroups().create(host.newName(), Controller.RDMA);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void limitsOfADeviceAreSetAloneTogetherAndTakenAway() {
        assertThat(box.rdma().max(device)).isEqualTo(RdmaLimits.unlimited());

        box.rdma().hcaObjects(device, Limit.of(2000L));
        assertThat(box.rdma().max(device)).isEqualTo(new RdmaLimits(Limit.unlimited(), Limit.of(2000L)));
        box.rdma().hcaHandles(device, Limit.of(0L));
        assertThat(box.rdma().max(device)).isEqualTo(new RdmaLimits(Limit.of(0L), Limit.of(2000L)));

        RdmaLimits largest = new RdmaLimits(Limit.of(1L), Limit.of(RdmaLimits.LARGEST_LIMIT));
        box.update(CgroupSpec.builder().rdma(rdma -> rdma.max(device, largest)).build());
        assertThat(box.rdma().max(device)).isEqualTo(largest);
        box.rdma().max(device, RdmaLimits.unlimited());
        assertThat(box.rdma().max(device)).isEqualTo(RdmaLimits.unlimited());
    }

    @Test
    void aNewGroupUsesNothing() {
        RdmaUsage usage = box.rdma().current(device);
        assertThat(usage.hcaHandles()).hasValue(0);
        assertThat(usage.hcaObjects()).hasValue(0);
        assertThat(usage.all()).containsAllEntriesOf(Map.of("hca_handle", 0L, "hca_object", 0L));
        assertThat(box.rdma().stats().current()).containsValue(usage);
    }

    @Test
    void aRefusedDeviceTakesTheLimitsOfTheOthersBack() {
        RdmaLimits before = new RdmaLimits(Limit.of(3L), Limit.of(30L));
        box.rdma().max(device, before);

        RdmaSpec spec = RdmaSpec.builder()
                .hcaHandles(device, Limit.of(5L))
                .hcaHandles("zzz_no_such_device", Limit.of(1L))
                .build();
        assertThatThrownBy(() -> box.rdma().apply(spec))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining(device);
        assertThat(box.rdma().max(device)).isEqualTo(before);
    }
}
