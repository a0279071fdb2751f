package io.cgroups.host;

import io.cgroups.Hierarchy;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.OnHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V1Contract;

/** The contract of v1 on the v1 hierarchies of the kernel this runs on. */
@OnHost(Hierarchy.Version.V1)
class HostV1ContractIT extends V1Contract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
