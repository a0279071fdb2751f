package io.cgroups.v1;

import io.cgroups.contract.CpuContract;
import io.cgroups.contract.LifecycleContract;
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
}
