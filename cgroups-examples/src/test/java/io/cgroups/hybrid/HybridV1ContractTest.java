package io.cgroups.hybrid;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V1Contract;
import io.cgroups.testkit.InMemoryKernel;

/** The contract of v1 for what is on v1 of both versions. */
class HybridV1ContractTest extends V1Contract {

    @Override
    protected TestHost host() {
        return new InMemoryHost(InMemoryKernel::hybrid);
    }
}
