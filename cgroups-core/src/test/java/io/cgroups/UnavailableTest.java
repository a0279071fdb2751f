package io.cgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is nothing to work with: no driver (the class path of these tests has none), or no Linux. */
class UnavailableTest {
    private static final Path CPU = Path.of("/sys/fs/cgroup/cpu");

    @Test
    void withoutADriverTheArtifactIsNamedAndNoDirectoryIsMade() {
        InMemoryKernel kernel = InMemoryKernel.v1();
        assertThatThrownBy(() -> kernel.cgroups().create("x"))
                .isInstanceOfSatisfying(CgroupsUnavailableException.class, e -> {
                    assertThat(e.operation()).isEqualTo("find the driver of a hierarchy");
                    assertThat(e.path()).isPresent();
                    assertThat(e.hint()).contains("io.cgroups:cgroups-v1");
                });
        assertThat(kernel.directories(CPU)).isEmpty();
        assertThatThrownBy(() -> Cgroups.inMemory().create("x")).isInstanceOf(CgroupsUnavailableException.class);
    }

    @Test
    void withoutADriverTheLayoutCanStillBeAskedFor() {
        assertThat(Cgroups.inMemory().layout().controllers()).contains(Controller.CPU);
    }

    @Test
    void withoutLinuxTheInMemoryKernelIsRecommended(@TempDir Path proc) {
        Cgroups elsewhere = Cgroups.builder().kernel(new LinuxKernelFiles(proc)).build();
        assertThatThrownBy(() -> elsewhere.create("x")).isInstanceOfSatisfying(CgroupsUnavailableException.class, e -> {
            assertThat(e.operation()).isEqualTo("detect control groups");
            assertThat(e.hint()).contains("not Linux").contains("Cgroups.inMemory()");
        });
        assertThatThrownBy(elsewhere::layout).isInstanceOf(CgroupsUnavailableException.class);
        assertThatThrownBy(elsewhere::current).isInstanceOf(CgroupsUnavailableException.class);
    }

    @Test
    void aNameIsCheckedBeforeThat(@TempDir Path proc) {
        Cgroups elsewhere = Cgroups.builder().kernel(new LinuxKernelFiles(proc)).build();
        assertThatThrownBy(() -> elsewhere.create("../x")).isInstanceOf(InvalidNameException.class);
    }
}
