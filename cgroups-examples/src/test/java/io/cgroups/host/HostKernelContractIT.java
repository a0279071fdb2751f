package io.cgroups.host;

import io.cgroups.contract.KernelContract;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.OnHost;
import io.cgroups.contract.TestHost;

/** What holds on every kernel, on the one this runs on. */
@OnHost
class HostKernelContractIT extends KernelContract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
