package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.tree.GroupTree;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tree of groups on kernels that tell more or less of it. */
class V2TreeTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();

    private static GroupTree of(OldKernel old) {
        return old.cgroups().create("box", Controller.FREEZER).tree();
    }

    private GroupTree reading(String name, String text) {
        return of(new OldKernel(kernel) {
            @Override
            public String read(Path file) {
                return file.endsWith(name) ? text : super.read(file);
            }
        });
    }

    @Test
    void whatANewKernelAddsIsKept() {
        GroupTree tree = reading(
                "cgroup.stat",
                "nr_descendants 3\nnr_subsys_memory 2\nnr_dying_descendants 1\nnr_dying_subsys_memory 5\n");
        assertThat(tree.stats().descendants()).isEqualTo(3);
        assertThat(tree.stats().dyingDescendants()).isEqualTo(1);
        assertThat(tree.stats().raw("nr_dying_subsys_memory")).hasValue(5);
        assertThat(tree.stats().all()).hasSize(4);
    }

    @Test
    void aKernelBeforeTheFreezerDoesNotTellOfIt() {
        GroupTree tree = reading("cgroup.events", "populated 1\n");
        assertThat(tree.populated()).isTrue();
        assertThatThrownBy(tree::frozen)
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("Linux 5.2");
    }

    @Test
    void aKernelBeforeTheLimitsIsNamed() {
        GroupTree tree = of(new OldKernel(kernel, "cgroup.type", "cgroup.stat", "cgroup.max.depth"));
        assertThatThrownBy(tree::type).hasMessageContaining("Linux 4.14");
        assertThatThrownBy(tree::stats).hasMessageContaining("Linux 4.14");
        assertThatThrownBy(() -> tree.maxDepth(3))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("Linux 4.14");
    }

    @Test
    void aKindThatIsUnknownIsReportedWithItsFile() {
        GroupTree tree = reading("cgroup.type", "kingdom\n");
        assertThatThrownBy(tree::type)
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("cgroup.type")
                .hasMessageContaining("kingdom");
    }

    @Test
    void whatCannotBeMadeOnTheWayIsSaidForTheWholePath() {
        OldKernel noted = new OldKernel(kernel);
        noted.cgroups().create("box", Controller.FREEZER).tree().maxDepth(1);
        assertThatThrownBy(() -> noted.cgroups().create("box/a/b", Controller.FREEZER))
                .isInstanceOf(CgroupIoException.class)
                .hasMessageContaining("EAGAIN")
                .hasMessageContaining("/sys/fs/cgroup/box allows no more groups below it: cgroup.max.depth");
        assertThat(kernel.exists(Path.of("/sys/fs/cgroup/box/a"))).isFalse();
    }
}
