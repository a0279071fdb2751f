package io.cgroups.testkit;

import io.cgroups.Controller;
import java.util.LinkedHashMap;
import java.util.Map;

/** The controllers of v2 that the in-memory kernel has. */
final class V2Files {
    private V2Files() {}

    /** All of them, in the order in which the kernel lists them. */
    static Map<Controller, MemController> all() {
        Map<Controller, MemController> all = new LinkedHashMap<>();
        all.put(Controller.CPUSET, new V2CpusetFiles());
        all.put(Controller.CPU, new V2CpuFiles());
        all.put(Controller.BLKIO, new V2IoFiles());
        all.put(Controller.MEMORY, new V2MemoryFiles());
        all.put(Controller.HUGETLB, new V2HugetlbFiles());
        all.put(Controller.PIDS, new PidsFiles());
        all.put(Controller.RDMA, new RdmaFiles());
        all.put(Controller.MISC, new MiscFiles());
        return all;
    }
}
