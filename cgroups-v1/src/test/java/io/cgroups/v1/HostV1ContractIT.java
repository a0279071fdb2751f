package io.cgroups.v1;

import io.cgroups.contract.CpuContract;
import io.cgroups.contract.HugetlbContract;
import io.cgroups.contract.LifecycleContract;
import io.cgroups.contract.MemoryContract;
import io.cgroups.contract.PidsContract;
import org.junit.jupiter.api.Nested;

/** The contract on the v1 hierarchies of the kernel this runs on. */
class HostV1ContractIT {

    @Nested
    class Lifecycle extends LifecycleContract {
        Lifecycle() {
            super(new LinuxHost());
        }
    }

    @Nested
    class Cpu extends CpuContract {
        Cpu() {
            super(new LinuxHost());
        }
    }

    @Nested
    class Memory extends MemoryContract {
        Memory() {
            super(new LinuxHost());
        }
    }

    @Nested
    class Pids extends PidsContract {
        Pids() {
            super(new LinuxHost());
        }
    }

    @Nested
    class Hugetlb extends HugetlbContract {
        Hugetlb() {
            super(new LinuxHost());
        }
    }
}
