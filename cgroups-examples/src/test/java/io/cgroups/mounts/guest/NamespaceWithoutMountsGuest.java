package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.contentOf;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.Cgroups;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Hierarchy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A cgroup namespace with the mounts of the host: what lies above the namespace's root is shown as {@code /..}. */
public class NamespaceWithoutMountsGuest {
    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void aGroupThatThePathsDoNotLeadToIsNotGuessed() {
        assertThat(contentOf(Path.of("/proc/self/mountinfo").toFile())).contains(" /.. /sys/fs/cgroup/cpu ");
        assertThat(cgroups.layout().hierarchies())
                .filteredOn(
                        hierarchy -> !hierarchy.controllers().isEmpty() && hierarchy.version() == Hierarchy.Version.V1)
                .isNotEmpty()
                .allSatisfy(hierarchy -> assertThat(hierarchy.own()).isEmpty());
        boolean inUnified = cgroups.layout().hierarchies().stream()
                .anyMatch(hierarchy -> hierarchy.version() == Hierarchy.Version.V2
                        && hierarchy.listsControllers()
                        && hierarchy.own().isPresent());
        if (inUnified) {
            // The root of the unified hierarchy is the root of the namespace, too, where nobody made a group for it.
            assertThatThrownBy(() -> cgroups.current().cpu()).isInstanceOf(ControllerUnavailableException.class);
        } else {
            assertThatThrownBy(cgroups::current)
                    .isInstanceOfSatisfying(
                            CgroupsUnavailableException.class,
                            e -> assertThat(e.hint()).contains("namespace"));
        }
    }

    @Test
    void thisJvmDoesNotMoveWhereItCouldNotComeBackFrom() {
        String name = Scenario.newName();
        assertThatThrownBy(() -> cgroups.moveSelf(name, Controller.CPU))
                .isInstanceOfSatisfying(
                        CgroupsUnavailableException.class,
                        e -> assertThat(e.hint()).contains("namespace"));
        assertThatThrownBy(() -> cgroups.open(name)).isInstanceOf(CgroupNotFoundException.class);
    }
}
