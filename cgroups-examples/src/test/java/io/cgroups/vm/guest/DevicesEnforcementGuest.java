package io.cgroups.vm.guest;

import io.cgroups.contract.DevicesEnforcementContract;

/** Members of a group and device nodes, on any layout. */
public class DevicesEnforcementGuest extends DevicesEnforcementContract {}
