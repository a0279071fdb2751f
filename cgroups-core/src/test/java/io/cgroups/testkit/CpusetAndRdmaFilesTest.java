package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupException;
import io.cgroups.Errno;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cpuset and rdma files of the in-memory kernel answer as those of a real one; error numbers are of Linux 6.18. */
class CpusetAndRdmaFilesTest {
    private static final Path CPUSET = Path.of("/sys/fs/cgroup/cpuset");
    private static final Path RDMA = Path.of("/sys/fs/cgroup/rdma");

    private final InMemoryKernel kernel = InMemoryKernel.v1();

    private void refused(Path file, String text, Errno errno) {
        assertThatThrownBy(() -> kernel.write(file, text))
                .isInstanceOfSatisfying(
                        CgroupException.class, e -> assertThat(e.errno()).contains(errno));
    }

    private void write(String file, String text) {
        kernel.write(CPUSET.resolve(file), text);
    }

    private void refused(String file, String text, Errno errno) {
        refused(CPUSET.resolve(file), text, errno);
    }

    private String read(String file) {
        return kernel.read(CPUSET.resolve(file)).strip();
    }

    private void make(String... groups) {
        for (String group : groups) {
            kernel.createDirectory(CPUSET.resolve(group));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"host/cpuset", "v1/cpuset", "v1/cpuset-root", "v1/rdma", "v1/rdma-root"})
    void theFilesAndWhatIsInThemAreThoseOfARealKernel(String fixture) {
        Fixture real = Fixture.of(fixture);
        Path root = fixture.contains("rdma") ? RDMA : CPUSET;
        Path group = fixture.endsWith("-root") ? root : root.resolve("box");
        kernel.createDirectory(group);

        assertThat(kernel.files(group)).containsExactlyInAnyOrderElementsOf(real.names());
        real.files().forEach((file, content) -> {
            if (!file.equals("tasks") && !file.equals("cgroup.procs")) {
                assertThat(kernel.read(group.resolve(file)).strip())
                        .as("%s", file)
                        .isEqualTo(content);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|ERANGE",
                "0-5|ERANGE",
                "64|ERANGE",
                "100000|ERANGE",
                "0-2147483647|EOVERFLOW",
                "0-99999999999|EOVERFLOW",
                "1-0|EINVAL",
                "abc|EINVAL",
                "-1|EINVAL",
                "0-1:3/2|EINVAL",
                "0-1:|EINVAL"
            })
    void listsOfCpusAreRefused(String list, Errno errno) {
        make("box");
        refused("box/cpuset.cpus", list, errno);
    }

    @Test
    void listsAreUnderstoodAndShownInOrder() {
        make("box");
        for (List<String> pair : List.of(
                List.of("0, 1", "0-1"),
                List.of("0-1:1/2", "0"),
                List.of("all", "0-1"),
                List.of("N", "1"),
                List.of("0-N", "0-1"),
                List.of("\n", ""))) {
            write("box/cpuset.cpus", pair.get(0));
            assertThat(read("box/cpuset.cpus")).isEqualTo(pair.get(1));
            assertThat(read("box/cpuset.effective_cpus")).isEqualTo(pair.get(1));
        }
        refused("box/cpuset.mems", "1", Errno.EINVAL);
        refused("box/cpuset.mems", "2000", Errno.ERANGE);
        refused("box/cpuset.effective_cpus", "0", Errno.EINVAL);
    }

    @Test
    void aGroupHasOnlyWhatTheOneAboveHasAndWhatThoseBelowNeed() {
        make("box", "box/a");
        refused("box/a/cpuset.cpus", "0", Errno.EACCES);
        write("box/cpuset.cpus", "0-1");
        write("box/a/cpuset.cpus", "0");
        refused("box/cpuset.cpus", "1", Errno.EBUSY);
        refused("box/cpuset.cpus", "\n", Errno.EBUSY);
        refused("cpuset.cpus", "0-1", Errno.EACCES);
    }

    @Test
    void exclusiveGroupsNeedAnExclusiveGroupAboveAndShareNothing() {
        make("box", "box/a", "box/b");
        write("box/cpuset.cpus", "0-1");
        write("box/a/cpuset.cpus", "0");
        write("box/b/cpuset.cpus", "0");
        refused("box/a/cpuset.cpu_exclusive", "1", Errno.EACCES);
        write("box/cpuset.cpu_exclusive", "1");
        refused("box/a/cpuset.cpu_exclusive", "1", Errno.EINVAL);
        write("box/b/cpuset.cpus", "1");
        write("box/a/cpuset.cpu_exclusive", "2");
        assertThat(read("box/a/cpuset.cpu_exclusive")).isEqualTo("1");
        refused("box/b/cpuset.cpus", "0-1", Errno.EINVAL);
        refused("box/a/cpuset.cpus", "0-1", Errno.EINVAL);
        refused("box/a/cpuset.cpus", "\n", Errno.EBUSY);
        refused("box/cpuset.cpu_exclusive", "0", Errno.EBUSY);
        refused("box/a/cpuset.cpu_exclusive", "-1", Errno.EINVAL);
        refused("box/a/cpuset.cpu_exclusive", "x", Errno.EINVAL);
    }

    @Test
    void aGroupWithMembersIsNotEmptied() {
        make("box");
        refused("box/tasks", "0", Errno.ENOSPC);
        write("box/cpuset.cpus", "0");
        refused("box/tasks", "0", Errno.ENOSPC);
        write("box/cpuset.mems", "0");
        write("box/tasks", "0");
        refused("box/cpuset.cpus", "\n", Errno.ENOSPC);
        refused("box/cpuset.mems", ",", Errno.ENOSPC);
    }

    @Test
    void aNewGroupTakesTheSetsAlongWhereThatIsAskedForAndNobodyIsExclusive() {
        make("box");
        write("box/cpuset.cpus", "0-1");
        write("box/cpuset.mems", "0");
        write("box/cpuset.memory_spread_page", "1");
        write("box/cpuset.sched_load_balance", "0");
        make("box/plain");
        assertThat(read("box/plain/cpuset.cpus")).isEmpty();
        assertThat(read("box/plain/cpuset.memory_spread_page")).isEqualTo("1");
        assertThat(read("box/plain/cpuset.sched_load_balance")).isEqualTo("1");

        write("box/cgroup.clone_children", "1");
        make("box/copy");
        assertThat(read("box/copy/cpuset.cpus")).isEqualTo("0-1");
        assertThat(read("box/copy/cpuset.mems")).isEqualTo("0");
        assertThat(read("box/copy/cgroup.clone_children")).isEqualTo("1");

        write("box/cpuset.cpu_exclusive", "1");
        write("box/copy/cpuset.cpus", "0");
        write("box/copy/cpuset.cpu_exclusive", "1");
        make("box/beside");
        assertThat(read("box/beside/cpuset.cpus")).isEmpty();
    }

    @Test
    void theDomainLevelIsBoundedByTheMachine() {
        make("box");
        write("box/cpuset.sched_relax_domain_level", "2");
        assertThat(read("box/cpuset.sched_relax_domain_level")).isEqualTo("2");
        refused("box/cpuset.sched_relax_domain_level", "3", Errno.EINVAL);
        refused("box/cpuset.sched_relax_domain_level", "-2", Errno.EINVAL);
        write("box/cpuset.sched_relax_domain_level", "-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mlx4_0 hca_handle=2 hca_object=2000|ENODEV",
                "mlx4_0 hca_handle=x|EINVAL",
                "mlx4_0 hca_handle=|ENODEV",
                "mlx4_0 hca_handle=m|ENODEV",
                "mlx4_0 hca_handle=-1|EINVAL",
                "mlx4_0 hca_handle=0x10|ENODEV",
                "mlx4_0 hca_handle=2147483647|ENODEV",
                "mlx4_0 hca_handle=2147483648|EINVAL",
                "mlx4_0 hca_handles=2|EINVAL",
                "mlx4_0  hca_handle=2|EINVAL",
                "mlx4_0|ENODEV",
                "' '|ENODEV"
            })
    void withoutDevicesRdmaLimitsAreRefusedAsOnLinux61(String text, Errno errno) {
        kernel.createDirectory(RDMA.resolve("box"));
        refused(RDMA.resolve("box/rdma.max"), text, errno);
    }

    @Test
    void limitsOfADeviceAreShownAsTheKernelShowsThem() {
        kernel.createDirectory(RDMA.resolve("box"));
        kernel.addRdmaDevice("siw0");
        kernel.addRdmaDevice("siw0");
        Path max = RDMA.resolve("box/rdma.max");
        assertThat(kernel.read(max)).isEqualTo("siw0 hca_handle=max hca_object=max \n");
        kernel.write(max, "siw0 hca_object=2000");
        assertThat(kernel.read(max)).isEqualTo("siw0 hca_handle=max hca_object=2000 \n");
        kernel.write(max, "siw0 hca_object=2147483647 hca_handle=0");
        assertThat(kernel.read(max)).isEqualTo("siw0 hca_handle=0 hca_object=max \n");
        assertThat(kernel.read(RDMA.resolve("box/rdma.current"))).isEqualTo("siw0 hca_handle=0 hca_object=0 \n");
    }
}
