package io.cgroups.host;

import io.cgroups.contract.OnHost;
import io.cgroups.delegation.DelegationScenarios;

/** An ordinary user in groups of the hierarchies of the machine at hand. */
@OnHost
class HostDelegationIT extends DelegationScenarios {}
