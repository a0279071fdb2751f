package io.cgroups.net;

import io.cgroups.ControllerFacet;

/** A group seen through the net_prio controller. */
public interface NetPrioController extends ControllerFacet<NetPrioSpec, NetPrioController> {}
