package io.cgroups.rdma;

import io.cgroups.ControllerFacet;

/** A group seen through the rdma controller. */
public interface RdmaController extends ControllerFacet<RdmaSpec, RdmaController> {}
