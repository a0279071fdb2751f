package io.cgroups.vm.guest;

import io.cgroups.delegation.DelegationScenarios;

/** An ordinary user in groups of the hierarchies of the machine. */
public class DelegationGuest extends DelegationScenarios {}
