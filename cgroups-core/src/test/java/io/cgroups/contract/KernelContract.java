package io.cgroups.contract;

import io.cgroups.Controller;
import org.junit.jupiter.api.Nested;

/**
 * Everything that holds on every kernel, whichever hierarchies its controllers are on: a new kernel is one sub-class. A
 * part about a controller is left out where the kernel lacks it; its name begins with that of the controller.
 */
public abstract class KernelContract {

    /** The kernel to test on. */
    protected abstract TestHost host();

    @Nested
    class Threads extends ThreadsContract {
        Threads() {
            super(host());
        }
    }

    @Nested
    class BadInput extends BadInputContract {
        BadInput() {
            super(host());
        }
    }

    @Nested
    class Lifecycle extends LifecycleContract {
        Lifecycle() {
            super(host());
        }
    }

    @Nested
    class Lifetime extends LifetimeContract {
        Lifetime() {
            super(host());
        }
    }

    @Nested
    class Freezer extends FreezerContract {
        Freezer() {
            super(host());
        }
    }

    @Nested
    class Pids extends PidsContract {
        Pids() {
            super(host());
        }
    }

    @Nested
    class Cpu extends CpuContract {
        Cpu() {
            super(host());
        }
    }

    @Nested
    class CpuStats extends CpuStatsContract {
        CpuStats() {
            super(host());
        }
    }

    @Nested
    class CpuBandwidth extends CpuBandwidthContract {
        CpuBandwidth() {
            super(host());
        }
    }

    @Nested
    class Cpuacct extends CpuacctContract {
        Cpuacct() {
            super(host());
        }
    }

    @Nested
    class Cpuset extends CpusetContract {
        Cpuset() {
            super(host());
        }
    }

    @Nested
    class Memory extends MemoryContract {
        Memory() {
            super(host());
        }
    }

    @Nested
    class MemoryReading extends MemoryReadingContract {
        MemoryReading() {
            super(host());
        }
    }

    @Nested
    class Hugetlb extends HugetlbContract {
        Hugetlb() {
            super(host());
        }
    }

    @Nested
    class Snapshots extends SnapshotsContract {
        Snapshots() {
            super(host());
        }
    }

    @Nested
    class Devices extends DevicesContract {
        Devices() {
            super(host());
        }
    }

    @Nested
    class NetCls extends NetClsContract {
        NetCls() {
            super(host());
        }
    }

    @Nested
    class Capabilities extends CapabilitiesContract {
        Capabilities() {
            super(host());
        }
    }

    @Nested
    class Rdma extends RdmaContract {
        Rdma() {
            super(host());
        }
    }

    @Nested
    class Misc extends MiscContract {
        Misc() {
            super(host());
        }
    }

    @Nested
    class Blkio extends BlkioContract {
        Blkio() {
            super(host());
        }
    }

    @Nested
    class BlkioWeight extends BlkioWeightContract {
        BlkioWeight() {
            super(host());
        }
    }

    @Nested
    class SelfMove extends SelfMoveContract {
        SelfMove() {
            super(host());
        }
    }

    @Nested
    class Owners extends OwnersContract {
        Owners() {
            super(host());
        }
    }

    @Nested
    class Orphans extends OrphansContract {
        Orphans() {
            super(host());
        }
    }

    @Nested
    class FreezerEvents extends FreezerEventsContract {
        FreezerEvents() {
            super(host());
        }
    }

    @Nested
    class PopulatedEvents extends PopulatedEventsContract {
        PopulatedEvents() {
            super(host());
        }
    }

    @Nested
    class PidsPopulatedEvents extends PopulatedEventsContract {
        PidsPopulatedEvents() {
            super(host(), Controller.PIDS);
        }
    }

    @Nested
    class CpuacctPopulatedEvents extends PopulatedEventsContract {
        CpuacctPopulatedEvents() {
            super(host(), Controller.CPUACCT);
        }
    }

    @Nested
    class MemoryEvents extends MemoryEventsContract {
        MemoryEvents() {
            super(host());
        }
    }

    @Nested
    class Metrics extends MetricsContract {
        Metrics() {
            super(host());
        }
    }
}
