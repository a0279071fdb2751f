package io.cgroups.v2;

import io.cgroups.Hierarchy;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.HierarchyDriverProvider;

/** Makes drivers of the v2 hierarchy; found by {@link java.util.ServiceLoader}. */
public final class V2DriverProvider implements HierarchyDriverProvider {

    /** Made by {@link java.util.ServiceLoader}. */
    public V2DriverProvider() {}

    @Override
    public Hierarchy.Version version() {
        return Hierarchy.Version.V2;
    }

    @Override
    public HierarchyDriver driver(Hierarchy hierarchy) {
        return new V2Driver(hierarchy);
    }
}
