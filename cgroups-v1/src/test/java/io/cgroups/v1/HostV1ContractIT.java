package io.cgroups.v1;

import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.OnV1Host;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V1Contract;

/** The contract on the v1 hierarchies of the kernel this runs on. */
@OnV1Host
class HostV1ContractIT extends V1Contract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
