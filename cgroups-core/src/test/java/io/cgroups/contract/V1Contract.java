package io.cgroups.contract;

import org.junit.jupiter.api.Nested;

/**
 * What holds on v1 hierarchies only, whichever kernel they belong to: a new kernel is one sub-class. A part about a
 * controller is left out where no v1 hierarchy carries it; its name begins with that of the controller.
 */
public abstract class V1Contract {

    /** The kernel to test on. */
    protected abstract TestHost host();

    @Nested
    class SeveralHierarchies extends SeveralHierarchiesContract {
        SeveralHierarchies() {
            super(host());
        }
    }

    @Nested
    class CpusetRefusal extends V1CpusetRefusalContract {
        CpusetRefusal() {
            super(host());
        }
    }

    @Nested
    class Cpu extends V1CpuContract {
        Cpu() {
            super(host());
        }
    }

    @Nested
    class Memory extends V1MemoryContract {
        Memory() {
            super(host());
        }
    }

    @Nested
    class Hugetlb extends V1HugetlbContract {
        Hugetlb() {
            super(host());
        }
    }

    @Nested
    class Freezer extends V1FreezerContract {
        Freezer() {
            super(host());
        }
    }

    @Nested
    class NetPrio extends NetPrioContract {
        NetPrio() {
            super(host());
        }
    }

    @Nested
    class NamedHierarchy extends NamedHierarchyContract {
        NamedHierarchy() {
            super(host());
        }
    }

    @Nested
    class PerfEvent extends PerfEventContract {
        PerfEvent() {
            super(host());
        }
    }

    @Nested
    class Cpuset extends V1CpusetContract {
        Cpuset() {
            super(host());
        }
    }

    @Nested
    class CpusetFamily extends V1CpusetFamilyContract {
        CpusetFamily() {
            super(host());
        }
    }

    @Nested
    class NetClsV1 extends V1NetClsContract {
        NetClsV1() {
            super(host());
        }
    }

    @Nested
    class DevicesV1 extends V1DevicesContract {
        DevicesV1() {
            super(host());
        }
    }

    @Nested
    class BlkioV1 extends V1BlkioContract {
        BlkioV1() {
            super(host());
        }
    }

    @Nested
    class CpusetStarting extends V1CpusetStartingContract {
        CpusetStarting() {
            super(host());
        }
    }

    @Nested
    class MemoryEvents extends V1EventsContract {
        MemoryEvents() {
            super(host());
        }
    }
}
