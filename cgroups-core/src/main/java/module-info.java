import io.cgroups.spi.HierarchyDriverProvider;

/** Linux control groups: the API, and what a driver of a hierarchy needs. */
module io.cgroups.core {
    requires static micrometer.core;
    requires static org.freedesktop.dbus;
    requires static org.jspecify;
    requires com.google.common;
    requires com.sun.jna;

    exports io.cgroups.blkio;
    exports io.cgroups.cpu;
    exports io.cgroups.cpuacct;
    exports io.cgroups.cpuset;
    exports io.cgroups.devices;
    exports io.cgroups.diagnosis;
    exports io.cgroups.event;
    exports io.cgroups.freezer;
    exports io.cgroups.hugetlb;
    exports io.cgroups.memory;
    exports io.cgroups.metrics;
    exports io.cgroups.misc;
    exports io.cgroups.net;
    exports io.cgroups.pids;
    exports io.cgroups.pressure;
    exports io.cgroups.process;
    exports io.cgroups.rdma;
    exports io.cgroups.spi;
    exports io.cgroups.systemd;
    exports io.cgroups.testkit;
    exports io.cgroups.tree;
    exports io.cgroups.unit;
    exports io.cgroups;

    uses HierarchyDriverProvider;
}
