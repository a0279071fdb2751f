package io.cgroups.blkio;

import io.cgroups.ControllerFacet;

/** A group seen through the blkio controller. */
public interface BlkioController extends ControllerFacet<BlkioSpec, BlkioController> {}
