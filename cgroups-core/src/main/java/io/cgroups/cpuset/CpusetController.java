package io.cgroups.cpuset;

import io.cgroups.ControllerFacet;

/** A group seen through the cpuset controller. */
public interface CpusetController extends ControllerFacet<CpusetSpec, CpusetController> {}
