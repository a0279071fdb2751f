package io.cgroups.v1;

import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.KernelContract;
import io.cgroups.contract.TestHost;

/** What holds on every kernel, on the in-memory one with v1. */
class InMemoryKernelContractTest extends KernelContract {

    @Override
    protected TestHost host() {
        return new InMemoryHost();
    }
}
