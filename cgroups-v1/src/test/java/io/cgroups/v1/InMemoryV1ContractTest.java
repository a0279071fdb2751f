package io.cgroups.v1;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.RdmaDeviceContract;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V1Contract;
import org.junit.jupiter.api.Nested;

/** The contract on the in-memory kernel. */
class InMemoryV1ContractTest extends V1Contract {

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
}
