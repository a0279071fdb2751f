package io.cgroups.v1;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V1Contract;

/** The contract on the in-memory kernel. */
class InMemoryV1ContractTest extends V1Contract {

    @Override
    protected TestHost host() {
        return new InMemoryHost();
    }
}
