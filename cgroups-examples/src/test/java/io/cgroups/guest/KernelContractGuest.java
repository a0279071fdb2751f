package io.cgroups.guest;

import io.cgroups.contract.KernelContract;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.TestHost;

/** What holds on every kernel, on the hierarchies that the machine or the mount namespace has. */
public class KernelContractGuest extends KernelContract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
