import io.cgroups.spi.HierarchyDriverProvider;

/** Linux control groups: the API, and what a driver of a hierarchy needs. */
module io.cgroups.core {
    requires static org.jspecify;
    requires com.google.common;
    requires com.sun.jna;

    exports io.cgroups;
    exports io.cgroups.cpu;
    exports io.cgroups.cpuacct;
    exports io.cgroups.hugetlb;
    exports io.cgroups.memory;
    exports io.cgroups.pids;
    exports io.cgroups.spi;
    exports io.cgroups.testkit;
    exports io.cgroups.unit;

    uses HierarchyDriverProvider;
}
