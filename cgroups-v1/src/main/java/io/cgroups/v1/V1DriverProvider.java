package io.cgroups.v1;

import io.cgroups.Hierarchy;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.HierarchyDriverProvider;

/** Makes drivers of v1 hierarchies; found by {@link java.util.ServiceLoader}. */
public final class V1DriverProvider implements HierarchyDriverProvider {

    /** Made by {@link java.util.ServiceLoader}. */
    public V1DriverProvider() {}

    @Override
    public Hierarchy.Version version() {
        return Hierarchy.Version.V1;
    }

    @Override
    public HierarchyDriver driver(Hierarchy hierarchy) {
        return new V1Driver(hierarchy);
    }
}
