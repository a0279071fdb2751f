package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.Hierarchy;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One hierarchy takes no new group: then none has it. */
class HalfMadeGroupTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();

    @ParameterizedTest
    @EnumSource(names = {"CPU", "CPUSET", "MEMORY", "PIDS"})
    void whicheverHierarchyRefusesTheOthersAreAsBefore(Controller refusing) {
        Cgroups cgroups = readOnly(refusing);
        Path refused = mountPoint(refusing).resolve("pool");

        assertThatThrownBy(() -> cgroups.create("pool/worker"))
                .isInstanceOfSatisfying(CgroupAccessException.class, e -> {
                    assertThat(e.path()).contains(refused);
                    assertThat(e.errno()).contains(Errno.EROFS);
                    assertThat(e.getSuppressed()).isEmpty();
                });
        assertThat(kernel.cgroups().layout().hierarchies())
                .allSatisfy(hierarchy ->
                        assertThat(kernel.directories(hierarchy.mountPoint())).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"CPUSET", "PIDS"})
    void whatWasThereBeforeStays(Controller refusing) {
        kernel.cgroups().create("pool", Controller.CPU);
        Cgroups cgroups = readOnly(refusing);

        assertThatThrownBy(() -> cgroups.create("pool/worker")).isInstanceOf(CgroupAccessException.class);
        assertThat(kernel.directories(mountPoint(Controller.CPU))).containsExactly("pool");
        assertThat(kernel.directories(mountPoint(Controller.CPU).resolve("pool")))
                .isEmpty();
    }

    private static Path mountPoint(Controller controller) {
        return Path.of("/sys/fs/cgroup", controller.kernelName(Hierarchy.Version.V1));
    }

    /** The in-memory kernel, where a hierarchy takes no new directory. */
    private Cgroups readOnly(Controller controller) {
        return Interposed.on(kernel, (call, path, arguments) -> {
            if (call.equals("createDirectory") && path.startsWith(mountPoint(controller))) {
                throw CgroupIoException.of(Failure.of("create", path, Errno.EROFS), null);
            }
        });
    }
}
