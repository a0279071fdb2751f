package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.rdma.RdmaLimits;
import io.cgroups.rdma.RdmaSpec;
import io.cgroups.unit.Limit;
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
        host.assumeHas(Controller.RDMA);
        box = host.cgroups().create(host.newName(), Controller.RDMA);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
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
}
