package io.cgroups.spi;

import io.cgroups.Hierarchy;

/** Found by {@link java.util.ServiceLoader}; the only public class of a driver's module implements it. */
public interface HierarchyDriverProvider {

    /**
     * Which hierarchies it can drive.
     *
     * @return the version
     */
    Hierarchy.Version version();

    /**
     * Makes the driver of one hierarchy, without touching it.
     *
     * @param hierarchy a hierarchy of that version
     * @return the driver
     */
    HierarchyDriver driver(Hierarchy hierarchy);
}
