package io.cgroups.guest;

import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V1Contract;

/** The whole contract of v1, on the hierarchies that the machine or the mount namespace has. */
public class V1ContractGuest extends V1Contract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
