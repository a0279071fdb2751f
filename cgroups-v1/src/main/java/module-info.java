import io.cgroups.spi.HierarchyDriverProvider;
import io.cgroups.v1.V1DriverProvider;

/** The driver of cgroup v1 hierarchies. */
module io.cgroups.v1 {
    requires transitive io.cgroups.core;
    requires static org.jspecify;

    exports io.cgroups.v1;

    provides HierarchyDriverProvider with
            V1DriverProvider;
}
