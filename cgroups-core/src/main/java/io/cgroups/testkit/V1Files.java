package io.cgroups.testkit;

import io.cgroups.Controller;
import java.util.EnumMap;
import java.util.Map;

/** The controllers of v1 that the in-memory kernel has. */
final class V1Files {
    private V1Files() {}

    static Map<Controller, MemController> all() {
        Map<Controller, MemController> all = new EnumMap<>(Controller.class);
        all.put(Controller.CPU, new V1CpuFiles());
        all.put(Controller.CPUACCT, new V1CpuacctFiles());
        all.put(Controller.CPUSET, new V1CpusetFiles());
        all.put(Controller.MEMORY, new V1MemoryFiles());
        all.put(Controller.DEVICES, new V1DevicesFiles());
        all.put(Controller.PIDS, new PidsFiles());
        all.put(Controller.HUGETLB, new V1HugetlbFiles());
        all.put(Controller.BLKIO, new V1BlkioFiles());
        all.put(Controller.FREEZER, new V1FreezerFiles());
        all.put(Controller.NET_CLS, new V1NetClsFiles());
        all.put(Controller.NET_PRIO, new V1NetPrioFiles());
        all.put(Controller.PERF_EVENT, group -> {});
        all.put(Controller.RDMA, new RdmaFiles());
        all.put(Controller.MISC, new MiscFiles());
        return all;
    }
}
