package io.cgroups.net;

import io.cgroups.ControllerFacet;

/** A group seen through the net_cls controller. */
public interface NetClsController extends ControllerFacet<NetClsSpec, NetClsController> {}
