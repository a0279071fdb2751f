package io.cgroups.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.testkit.InMemoryKernel;
import org.junit.jupiter.api.Test;

/** What only the unified hierarchy has, for groups that need not be in it. */
class HybridCoreTest {

    @Test
    void aGroupThatIsOnV1OnlyIsToldHowToTakePart() {
        InMemoryKernel kernel = InMemoryKernel.hybrid();
        Cgroup box = kernel.cgroups().create("box", Controller.CPU);
        assertThatThrownBy(box::pressure)
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("Cgroups.builder().unified()");
        assertThatThrownBy(box::tree).isInstanceOf(UnsupportedSettingException.class);

        Cgroups unified = Cgroups.builder().kernel(kernel).unified().build();
        Cgroup both = unified.create("box", Controller.CPU);
        assertThat(both.pressure().enabled()).isTrue();
        assertThat(both.tree().maxDepth(2).populated()).isFalse();
    }

    @Test
    void aHostWithoutTheUnifiedHierarchyIsToldToMountIt() {
        Cgroup box = InMemoryKernel.v1().cgroups().create("box");
        assertThatThrownBy(box::pressure)
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("mount -t cgroup2");
        assertThatThrownBy(box::tree).isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void aFreezerOfV1IsNotThatOfTheUnifiedHierarchy() {
        Cgroups unified =
                Cgroups.builder().kernel(InMemoryKernel.hybrid()).unified().build();
        Cgroup box = unified.create("box", Controller.FREEZER).freeze();
        assertThat(box.freezer().selfFreezing()).isTrue();
        assertThat(box.tree().frozen()).isFalse();
    }
}
