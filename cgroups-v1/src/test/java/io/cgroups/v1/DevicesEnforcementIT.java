package io.cgroups.v1;

import io.cgroups.contract.DevicesEnforcementContract;

/** The devices controller of the kernel this runs on. */
class DevicesEnforcementIT extends DevicesEnforcementContract {}
