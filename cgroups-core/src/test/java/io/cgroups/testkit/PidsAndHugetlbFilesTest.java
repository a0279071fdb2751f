package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pids and hugetlb files of the in-memory kernel answer as those of a real one. */
class PidsAndHugetlbFilesTest {
    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");

    private final InMemoryKernel kernel = InMemoryKernel.v1();

    private MemGroup box(Controller controller, Path directory) {
        kernel.createDirectory(directory);
        MemHierarchy hierarchy = kernel.hierarchy(controller).orElseThrow();
        return Optional.ofNullable(hierarchy.root().children().get("box")).orElseThrow();
    }

    @Test
    void oneProcessMoreThanTheLimitIsRefusedAndCounted() {
        Path directory = MOUNTS.resolve("pids/box");
        MemGroup box = box(Controller.PIDS, directory);
        kernel.write(directory.resolve("pids.max"), "1");
        PidsFiles.checkStart(box);

        kernel.write(directory.resolve("cgroup.procs"), Long.toString(kernel.startProcess()));
        assertThat(kernel.read(directory.resolve("pids.current"))).isEqualTo("1");
        assertThatThrownBy(() -> PidsFiles.checkStart(box))
                .isInstanceOfSatisfying(
                        KernelRefusal.class, e -> assertThat(e.errno()).isEqualTo(Errno.EAGAIN));
        assertThat(kernel.read(directory.resolve("pids.events"))).isEqualTo("max 1");
    }

    @Test
    void theRootOfPidsHasNoFiles() {
        assertThat(kernel.files(MOUNTS.resolve("pids"))).noneMatch(file -> file.startsWith("pids."));
    }

    @Test
    void hugePagesAreRoundedToTheirSizeAndCharged() {
        Path directory = MOUNTS.resolve("hugetlb/box");
        MemGroup box = box(Controller.HUGETLB, directory);
        Path limit = directory.resolve("hugetlb.2MB.limit_in_bytes");
        assertThat(kernel.read(limit)).isEqualTo("9223372036852678656");
        kernel.write(limit, "5M");
        assertThat(kernel.read(limit)).isEqualTo("4194304");

        V1Counter counter = box.state(V1HugetlbFiles.State.class).counter("2MB");
        assertThat(counter.charge(4 << 20)).isTrue();
        assertThat(counter.charge(2 << 20)).isFalse();
        assertThat(kernel.read(directory.resolve("hugetlb.2MB.failcnt"))).isEqualTo("1");
        assertThatThrownBy(() -> kernel.write(limit, "2M")).isInstanceOf(CgroupBusyException.class);
    }
}
