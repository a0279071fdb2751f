package io.cgroups.hybrid;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.KernelContract;
import io.cgroups.contract.TestHost;
import io.cgroups.testkit.InMemoryKernel;

/** What holds on every kernel, on the in-memory one with hierarchies of both versions. */
class HybridKernelContractTest extends KernelContract {

    @Override
    protected TestHost host() {
        return new InMemoryHost(InMemoryKernel::hybrid);
    }
}
