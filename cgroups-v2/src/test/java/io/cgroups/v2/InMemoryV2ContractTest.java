package io.cgroups.v2;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V2Contract;
import io.cgroups.testkit.InMemoryKernel;

/** The contract of v2 on the in-memory kernel. */
class InMemoryV2ContractTest extends V2Contract {

    @Override
    protected TestHost host() {
        return new InMemoryHost(InMemoryKernel::v2);
    }
}
