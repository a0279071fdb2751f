package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.HostLayout;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Hierarchies at {@code /cgroup/CONTROLLER}, and nothing at {@code /sys/fs/cgroup}. */
public class CustomRootGuest {
    private static final Path ROOT = Path.of("/cgroup");

    @Test
    void everyHierarchyIsFoundWithoutAWord() {
        HostLayout layout = Cgroups.builder().build().layout();

        assertThat(layout.kind()).isEqualTo(HostLayout.Kind.LEGACY);
        assertThat(layout.hierarchies())
                .extracting(Hierarchy::mountPoint)
                .allMatch(point -> ROOT.equals(point.getParent()));
        assertThat(layout.hierarchy(Controller.CPU).orElseThrow().mountPoint()).isEqualTo(ROOT.resolve("cpu"));
    }

    @Test
    void controllersThatShareAHierarchyShareADirectoryThatIsMadeAndRemovedOnce() {
        Cgroups cgroups = Cgroups.builder().build();
        HostLayout layout = cgroups.layout();
        assertThat(layout.hierarchy(Controller.NET_CLS)).isEqualTo(layout.hierarchy(Controller.NET_PRIO));

        try (ScopedCgroup scope =
                cgroups.scoped(Scenario.newName(), OnClose.FAIL_IF_BUSY, Controller.NET_CLS, Controller.NET_PRIO)) {
            assertThat(scope.group().files(Controller.NET_CLS).directory())
                    .isEqualTo(scope.group().files(Controller.NET_PRIO).directory())
                    .startsWith(ROOT.resolve("net_cls,net_prio"));
            scope.group().attach(Scenario.startProcess());
            assertThat(scope.group().processes()).hasSize(1);
            scope.group().kill();
        }
    }

    @Test
    void aRootMayBeNamedByTheLinkOfOneOfItsControllers() {
        Cgroups cgroups = Cgroups.builder().root(ROOT.resolve("net_prio")).build();
        assertThat(cgroups.layout().hierarchy(Controller.NET_PRIO).orElseThrow().mountPoint())
                .isEqualTo(ROOT.resolve("net_cls,net_prio"));
    }
}
