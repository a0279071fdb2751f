package io.cgroups.v2;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.KernelContract;
import io.cgroups.contract.MiscResourceContract;
import io.cgroups.contract.RdmaDeviceContract;
import io.cgroups.contract.TestHost;
import io.cgroups.testkit.InMemoryKernel;
import org.junit.jupiter.api.Nested;

/** What holds on every kernel, on the in-memory one with v2. */
class InMemoryKernelContractTest extends KernelContract {

    @Override
    protected TestHost host() {
        return new InMemoryHost(InMemoryKernel::v2);
    }

    /** No real kernel at hand has such a device. */
    @Nested
    class RdmaDevice extends RdmaDeviceContract {
        RdmaDevice() {
            super(host());
        }
    }

    /** No real kernel at hand has such a resource. */
    @Nested
    class MiscResource extends MiscResourceContract {
        MiscResource() {
            super(host());
        }
    }
}
