import io.cgroups.spi.HierarchyDriverProvider;
import io.cgroups.v2.V2DriverProvider;

/** The driver of the unified cgroup v2 hierarchy. */
module io.cgroups.v2 {
    requires transitive io.cgroups.core;
    requires static org.jspecify;

    exports io.cgroups.v2;

    provides HierarchyDriverProvider with
            V2DriverProvider;
}
