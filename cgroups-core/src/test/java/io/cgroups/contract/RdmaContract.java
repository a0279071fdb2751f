package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.rdma.RdmaLimits;
import io.cgroups.rdma.RdmaSpec;
import io.cgroups.rdma.RdmaUsage;
import io.cgroups.unit.Limit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rdma controller does on every kernel; few machines have a device for it. */
public abstract class RdmaContract {
    private static final String NO_DEVICE = "no_such_device";

    private final TestHost host;
    private Cgroup box;

    protected RdmaContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.RDMA);
        box = host.cgroups().create(host.newName(), Controller.RDMA);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private String device() {
        Optional<String> device = host.rdmaDevice();
        assumeTrue(device.isPresent(), "no RDMA device on this machine");
        return device.orElseThrow();
    }

    @Test
    void theDevicesAreThoseOfTheMachine() {
        assertThat(box.rdma().devices())
                .containsExactlyElementsOf(box.rdma().stats().current().keySet());
        host.rdmaDevice().ifPresent(device -> assertThat(box.rdma().devices()).contains(device));
    }

    @Test
    void aDeviceTheMachineDoesNotHaveIsRefusedAndThoseItHasAreListed() {
        assertThatThrownBy(() -> box.rdma().hcaHandles(NO_DEVICE, Limit.of(2L)))
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.ENODEV);
                    assertThat(e.data()).contains(NO_DEVICE + " hca_handle=2");
                    assertThat(e.hint()).contains("RDMA device");
                    assertThat(e.hint()).contains(String.join(", ", box.rdma().devices()));
                });
        assertThatThrownBy(() -> box.rdma().max(NO_DEVICE)).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.rdma().current(NO_DEVICE)).isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void valuesTheKernelWouldRefuseOrTakeAsUnlimitedAreRefusedBeforeAnyWrite() {
        assertThatThrownBy(() -> box.rdma().hcaObjects(NO_DEVICE, Limit.of(-1L)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Limit.unlimited()");
        assertThatThrownBy(() -> new RdmaLimits(Limit.of(RdmaLimits.LARGEST_LIMIT + 1), Limit.unlimited()))
                .isInstanceOf(InvalidValueException.class);
        for (String name : new String[] {"", "two words", "siw0\nsiw1"}) {
            assertThatThrownBy(() -> RdmaSpec.builder().hcaHandles(name, Limit.of(1L)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void theRootHasNoLimits() {
        Cgroup root = host.root(Controller.RDMA);
        assertThatThrownBy(() -> root.rdma().devices()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.rdma().stats()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.rdma().hcaHandles(NO_DEVICE, Limit.of(1L)))
                .isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void nothingToSetIsNothingToWrite() {
        assertThat(box.rdma().plan(RdmaSpec.builder().build())).isEmpty();
    }

    @Test
    void limitsOfADeviceAreSetAloneTogetherAndTakenAway() {
        String device = device();
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
        RdmaUsage usage = box.rdma().current(device());
        assertThat(usage.hcaHandles()).isZero();
        assertThat(usage.hcaObjects()).isZero();
        assertThat(usage.all()).containsAllEntriesOf(Map.of("hca_handle", 0L, "hca_object", 0L));
        assertThat(box.rdma().stats().current()).containsValue(usage);
    }

    @Test
    void aRefusedDeviceTakesTheLimitsOfTheOthersBack() {
        String device = device();
        RdmaLimits before = new RdmaLimits(Limit.of(3L), Limit.of(30L));
        box.rdma().max(device, before);

        RdmaSpec spec = RdmaSpec.builder()
                .hcaHandles(device, Limit.of(5L))
                .hcaHandles("zzz_" + NO_DEVICE, Limit.of(1L))
                .build();
        assertThatThrownBy(() -> box.rdma().apply(spec))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining(device);
        assertThat(box.rdma().max(device)).isEqualTo(before);
    }
}
