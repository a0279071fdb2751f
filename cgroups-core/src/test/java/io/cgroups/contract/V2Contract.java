package io.cgroups.contract;

import org.junit.jupiter.api.Nested;

/**
 * What holds on the v2 hierarchy only, whichever kernel it belongs to: a new kernel is one sub-class. A part about a
 * controller is left out where that hierarchy does not carry it; its name begins with that of the controller.
 */
public abstract class V2Contract {

    /** The kernel to test on. */
    protected abstract TestHost host();

    @Nested
    class Snapshots extends V2SnapshotsContract {
        Snapshots() {
            super(host());
        }
    }

    @Nested
    class CoreEnabling extends V2EnablingContract {
        CoreEnabling() {
            super(host());
        }
    }

    @Nested
    class CoreEvacuation extends V2EvacuationContract {
        CoreEvacuation() {
            super(host());
        }
    }

    @Nested
    class Core extends V2CoreContract {
        Core() {
            super(host());
        }
    }

    @Nested
    class CoreKill extends V2KillContract {
        CoreKill() {
            super(host());
        }
    }

    @Nested
    class CoreWatch extends V2WatchContract {
        CoreWatch() {
            super(host());
        }
    }

    @Nested
    class CorePressure extends V2PressureContract {
        CorePressure() {
            super(host());
        }
    }

    @Nested
    class CoreTree extends V2TreeContract {
        CoreTree() {
            super(host());
        }
    }

    @Nested
    class Freezer extends V2FreezerContract {
        Freezer() {
            super(host());
        }
    }

    @Nested
    class Cpu extends V2CpuContract {
        Cpu() {
            super(host());
        }
    }

    @Nested
    class Cpuset extends V2CpusetContract {
        Cpuset() {
            super(host());
        }
    }

    @Nested
    class CpusetPartition extends V2CpusetPartitionContract {
        CpusetPartition() {
            super(host());
        }
    }

    @Nested
    class Memory extends V2MemoryContract {
        Memory() {
            super(host());
        }
    }

    @Nested
    class Hugetlb extends V2HugetlbContract {
        Hugetlb() {
            super(host());
        }
    }

    @Nested
    class Programs extends V2ProgramsContract {
        Programs() {
            super(host());
        }
    }

    @Nested
    class DevicesV2 extends V2DevicesContract {
        DevicesV2() {
            super(host());
        }
    }

    @Nested
    class NetClsV2 extends V2NetClsContract {
        NetClsV2() {
            super(host());
        }
    }

    @Nested
    class BlkioV2 extends V2BlkioContract {
        BlkioV2() {
            super(host());
        }
    }

    @Nested
    class BlkioCost extends V2BlkioCostContract {
        BlkioCost() {
            super(host());
        }
    }

    @Nested
    class SelfMove extends V2SelfMoveContract {
        SelfMove() {
            super(host());
        }
    }

    @Nested
    class Starting extends V2StartingContract {
        Starting() {
            super(host());
        }
    }

    @Nested
    class CoreEvents extends V2EventsContract {
        CoreEvents() {
            super(host());
        }
    }
}
