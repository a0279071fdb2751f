package io.cgroups.host;

import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.OnHost;
import io.cgroups.contract.RealKernelContract;
import io.cgroups.contract.TestHost;

/** What needs real processes and threads, on the kernel this runs on. */
@OnHost
class HostRealKernelContractIT extends RealKernelContract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
