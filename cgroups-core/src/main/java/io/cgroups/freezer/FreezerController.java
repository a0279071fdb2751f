package io.cgroups.freezer;

/** A group seen through the freezer. */
public interface FreezerController {}
