package io.cgroups.host;

import io.cgroups.Hierarchy;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.OnHost;
import io.cgroups.contract.TestHost;
import io.cgroups.contract.V2Contract;

/** The contract of v2 on the v2 hierarchy of the kernel this runs on. */
@OnHost(Hierarchy.Version.V2)
class HostV2ContractIT extends V2Contract {

    @Override
    protected TestHost host() {
        return new LinuxHost();
    }
}
