package io.cgroups.hybrid;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V2Contract;
import io.cgroups.testkit.InMemoryKernel;

/** The contract of v2 for what is on v2 of both versions. */
class HybridV2ContractTest extends V2Contract {

    @Override
    protected TestHost host() {
        return new InMemoryHost(InMemoryKernel::hybrid);
    }
}
