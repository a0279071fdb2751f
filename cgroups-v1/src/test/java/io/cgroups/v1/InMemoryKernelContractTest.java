package io.cgroups.v1;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.KernelContract;
import io.cgroups.contract.MiscResourceContract;
import io.cgroups.contract.RdmaDeviceContract;
import io.cgroups.contract.TestHost;
import org.junit.jupiter.api.Nested;

/** What holds on every kernel, on the in-memory one with v1. */
class InMemoryKernelContractTest extends KernelContract {

    @Override
    protected TestHost host() {
        return new InMemoryHost();
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
