package io.cgroups.devices;

import io.cgroups.ControllerFacet;

/** A group seen through the devices controller. */
public interface DevicesController extends ControllerFacet<DevicesSpec, DevicesController> {}
