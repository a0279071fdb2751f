package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Capability;
import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Setting;
import io.cgroups.Support;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in the way of a setting on v2. */
class V2CapabilitiesTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();

    private static Cgroups on(KernelFiles files) {
        return Cgroups.builder().kernel(files).build();
    }

    @Test
    void namesTheGroupAboveThatDoesNotEnableAController() {
        Cgroup box = kernel.cgroups().create("above/box");
        assertThat(box.capabilities().of(Setting.MEMORY_MAX)).satisfies(capability -> {
            assertThat(capability.support()).isEqualTo(Support.NOT_ENABLED);
            assertThat(capability.reason()).contains("/sys/fs/cgroup does not enable it");
            assertThat(capability.files()).containsExactly(Path.of("/sys/fs/cgroup/above/box/memory.max"));
        });

        kernel.write(Path.of("/sys/fs/cgroup/cgroup.subtree_control"), "+memory");
        assertThat(box.capabilities().of(Setting.MEMORY_MAX).reason()).contains("/sys/fs/cgroup/above does not");
    }

    @Test
    void aSettingMakesItsControllerWork() {
        Cgroup box = kernel.cgroups().create("box");
        box.memoryMax(1L << 30);

        assertThat(box.capabilities().of(Setting.MEMORY_MAX).toString()).isEqualTo("memory().max WORKS: by memory.max");
        assertThat(box.capabilities().of(Setting.PIDS_MAX).support()).isEqualTo(Support.NOT_ENABLED);
    }

    @Test
    void saysByWhichConversionASettingOfV1Works() {
        Cgroup box = kernel.cgroups().create("box", Controller.CPU, Controller.MEMORY);

        assertThat(box.capabilities().of(Setting.CPU_SHARES).reason())
                .isEqualTo("by cpu.weight with WeightConversion.OCI");
        assertThat(box.capabilities().of(Setting.MEMORY_SOFT_LIMIT).reason()).contains("memory.low");
    }

    @Test
    void saysWhatToUseInsteadOfWhatV2HasNot() {
        Cgroup box = kernel.cgroups().create("box");

        assertThat(box.capabilities().of(Setting.CPU_RT_RUNTIME).support()).isEqualTo(Support.NO_EQUIVALENT);
        assertThat(box.capabilities().of(Setting.NET_PRIO_PRIORITY)).satisfies(capability -> {
            assertThat(capability.support()).isEqualTo(Support.NO_EQUIVALENT);
            assertThat(capability.reason()).contains("netCls()");
        });
    }

    @Test
    void theRootHasWhatIsOfTheRootAndLacksTheLimits() {
        Cgroup root = kernel.cgroups().current();
        Cgroup box = kernel.cgroups().create("box", Controller.BLKIO);

        assertThat(root.capabilities().of(Setting.MEMORY_MAX).support()).isEqualTo(Support.NOT_AT_ROOT);
        assertThat(root.capabilities().works(Setting.BLKIO_COST_QOS)).isTrue();
        assertThat(root.capabilities().works(Setting.CPUACCT_STATS)).isTrue();
        assertThat(box.capabilities().of(Setting.BLKIO_COST_QOS).support()).isEqualTo(Support.ONLY_AT_ROOT);
    }

    @Test
    void whatTheCallerMayNotWriteIsNotDelegated() {
        kernel.cgroups().create("box", Controller.MEMORY);
        Cgroup box = on(new ForwardingKernelFiles(kernel) {
                    @Override
                    public boolean isWritable(Path path) {
                        return !path.endsWith("memory.max") && super.isWritable(path);
                    }
                })
                .open("box");

        assertThat(box.capabilities().of(Setting.MEMORY_MAX)).satisfies(capability -> {
            assertThat(capability.support()).isEqualTo(Support.NOT_DELEGATED);
            assertThat(capability.reason()).contains("/sys/fs/cgroup/box/memory.max");
        });
        assertThat(box.capabilities().works(Setting.MEMORY_HIGH)).isTrue();
        assertThat(box.capabilities().works(Setting.MEMORY_USAGE)).isTrue();
    }

    @Test
    void aMissingFileTellsTheKernelThatHasIt() {
        kernel.cgroups().create("box", Controller.CPU);
        Cgroup box = on(new ForwardingKernelFiles(kernel) {
                    @Override
                    public boolean exists(Path path) {
                        return !path.endsWith("cpu.max.burst") && super.exists(path);
                    }
                })
                .open("box");

        Capability burst = box.capabilities().of(Setting.CPU_BURST);
        assertThat(burst.support()).isEqualTo(Support.NOT_IN_KERNEL);
        assertThat(burst.reason()).contains("cpu.max.burst", "Linux 5.14");
    }

    @Test
    void devicesNeedPrograms() {
        kernel.cgroups().create("box");
        Cgroup box = on(new ForwardingKernelFiles(kernel) {
                    @Override
                    public Optional<CgroupPrograms> programs() {
                        return Optional.empty();
                    }
                })
                .open("box");

        assertThat(kernel.cgroups()
                        .open("box")
                        .capabilities()
                        .of(Setting.DEVICES_POLICY)
                        .reason())
                .contains("cgroup_device");
        assertThat(box.capabilities().of(Setting.DEVICES_POLICY).support()).isEqualTo(Support.NOT_IN_KERNEL);
    }
}
