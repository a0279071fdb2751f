package io.cgroups.guest;

import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.RealKernelContract;
import io.cgroups.contract.TestHost;

/** What needs real processes and threads, on the hierarchies that the machine or the mount namespace has. */
public class RealKernelContractGuest extends RealKernelContract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
