package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Setting;
import io.cgroups.Support;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What stands in the way of a setting on v1. */
class V1CapabilitiesTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();

    @Test
    void theRootCanBeReadButTakesNoLimit() {
        Cgroup root = kernel.cgroups().current();

        assertThat(root.capabilities().of(Setting.MEMORY_MAX).support()).isEqualTo(Support.NOT_AT_ROOT);
        assertThat(root.capabilities().works(Setting.MEMORY_USAGE)).isTrue();
        assertThat(root.capabilities().works(Setting.MEMORY_SWAPPINESS)).isTrue();
    }

    @Test
    void aControllerTheGroupWasNotMadeWithIsNamed() {
        Cgroup box = kernel.cgroups().create("box", Controller.CPU);

        assertThat(box.capabilities().of(Setting.MEMORY_MAX)).satisfies(capability -> {
            assertThat(capability.support()).isEqualTo(Support.NOT_IN_GROUP);
            assertThat(capability.reason()).contains("name MEMORY when it is created");
        });
    }

    @Test
    void whatOnlyTheUnifiedHierarchyHasHasNoEquivalent() {
        Cgroup box = kernel.cgroups().create("box");

        assertThat(box.capabilities().of(Setting.PRESSURE_CPU).support()).isEqualTo(Support.NO_EQUIVALENT);
        assertThat(box.capabilities().of(Setting.MEMORY_HIGH).support()).isEqualTo(Support.NO_EQUIVALENT);
    }

    @Test
    void aLimitOfHugePagesHasAFileForEachSize() {
        Cgroup box = kernel.cgroups().create("box", Controller.HUGETLB);

        assertThat(box.capabilities().of(Setting.HUGETLB_MAX).files())
                .contains(Path.of("/sys/fs/cgroup/hugetlb/box/hugetlb.2MB.limit_in_bytes"));
    }
}
