package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.contract.CpusetContract;
import io.cgroups.contract.InMemoryHost;
import io.cgroups.contract.V1CpusetContract;
import io.cgroups.contract.V1CpusetFamilyContract;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The cpuset contract where the mount leaves the prefix out of the names of files. */
class InMemoryNoPrefixTest {

    @Test
    void theFilesHaveNoPrefix() {
        InMemoryKernel kernel = InMemoryKernel.v1NoPrefix();
        Cgroup box = kernel.cgroups().create("box", Controller.CPUSET, Controller.CPU);
        box.cpus("1").cpuShares(512);

        assertThat(kernel.read(Path.of("/dev/cpuset/box/cpus"))).isEqualTo("1");
        assertThat(kernel.files(Path.of("/dev/cpuset/box"))).contains("cpu_exclusive", "cgroup.procs");
        assertThat(kernel.files(Path.of("/dev/cpuset/box"))).noneMatch(file -> file.startsWith("cpuset."));
        assertThat(kernel.read(Path.of("/sys/fs/cgroup/cpu/box/cpu.shares"))).isEqualTo("512");
    }

    @Nested
    class Cpuset extends CpusetContract {
        Cpuset() {
            super(new InMemoryHost(InMemoryKernel::v1NoPrefix));
        }
    }

    @Nested
    class CpusetV1 extends V1CpusetContract {
        CpusetV1() {
            super(new InMemoryHost(InMemoryKernel::v1NoPrefix));
        }
    }

    @Nested
    class CpusetFamily extends V1CpusetFamilyContract {
        CpusetFamily() {
            super(new InMemoryHost(InMemoryKernel::v1NoPrefix));
        }
    }
}
