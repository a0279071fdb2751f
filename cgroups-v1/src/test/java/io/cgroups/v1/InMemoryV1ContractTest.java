package io.cgroups.v1;

import io.cgroups.contract.CpuContract;
import io.cgroups.contract.HugetlbContract;
import io.cgroups.contract.LifecycleContract;
import io.cgroups.contract.MemoryContract;
import io.cgroups.contract.PidsContract;
import org.junit.jupiter.api.Nested;

/** The contract on the in-memory kernel. */
class InMemoryV1ContractTest {

    @Nested
    class Lifecycle extends LifecycleContract {
        Lifecycle() {
            super(new InMemoryHost());
        }
    }

    @Nested
    class Cpu extends CpuContract {
        Cpu() {
            super(new InMemoryHost());
        }
    }

    @Nested
    class Memory extends MemoryContract {
        Memory() {
            super(new InMemoryHost());
        }
    }

    @Nested
    class Pids extends PidsContract {
        Pids() {
            super(new InMemoryHost());
        }
    }

    @Nested
    class Hugetlb extends HugetlbContract {
        Hugetlb() {
            super(new InMemoryHost());
        }
    }
}
