package io.cgroups.guest;

import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V2Contract;

/** The whole contract of v2, on the hierarchy that the machine has. */
public class V2ContractGuest extends V2Contract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
