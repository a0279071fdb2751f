package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Hierarchy;
import io.cgroups.HostLayout;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The in-memory kernel with v1 and v2 side by side, and what /proc tells of it. */
class HybridKernelTest {
    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");
    private static final Path UNIFIED = MOUNTS.resolve("unified");
    private static final Path CPU = MOUNTS.resolve("cpu,cpuacct");

    private final InMemoryKernel kernel = InMemoryKernel.hybrid();

    @Test
    void theLayoutOfEachKernelIsFound() {
        assertThat(InMemoryKernel.v1().cgroups().layout().kind()).isEqualTo(HostLayout.Kind.LEGACY);
        assertThat(InMemoryKernel.v2().cgroups().layout().kind()).isEqualTo(HostLayout.Kind.UNIFIED);
        HostLayout layout = kernel.cgroups().layout();
        assertThat(layout.kind()).isEqualTo(HostLayout.Kind.HYBRID);
        assertThat(layout.hierarchy(Controller.CPU).map(Hierarchy::mountPoint)).contains(CPU);
        assertThat(layout.hierarchy(Controller.PIDS).map(Hierarchy::mountPoint)).contains(UNIFIED);
        assertThat(layout.hierarchy(Controller.MEMORY).map(Hierarchy::version)).contains(Hierarchy.Version.V1);
    }

    @Test
    void aProcessIsInAGroupOfEachHierarchy() {
        kernel.createDirectory(CPU.resolve("fast"));
        kernel.createDirectory(UNIFIED.resolve("all"));
        kernel.createDirectory(UNIFIED.resolve("all/mine"));
        long pid = kernel.startProcess();
        kernel.write(CPU.resolve("fast/cgroup.procs"), Long.toString(pid));
        kernel.write(UNIFIED.resolve("all/mine/cgroup.procs"), Long.toString(pid));
        assertThat(kernel.read(Path.of("/proc/" + pid + "/cgroup")).lines())
                .contains("0::/all/mine")
                .anyMatch(line -> line.endsWith(":cpu,cpuacct:/fast"))
                .anyMatch(line -> line.endsWith(":memory:/"));
    }

    @Test
    void aControllerThatIsOnV1CannotBeEnabledOnV2() {
        assertThatThrownBy(() -> kernel.write(UNIFIED.resolve("cgroup.subtree_control"), "+pids +cpu"))
                .isInstanceOfSatisfying(
                        CgroupIoException.class, e -> assertThat(e.errno()).contains(Errno.ENOENT));
        assertThat(kernel.read(UNIFIED.resolve("cgroup.subtree_control"))).isEmpty();
    }

    @Test
    void aQuotaOnV1ThrottlesWhatV2Counts() {
        kernel.createDirectory(CPU.resolve("slow"));
        kernel.createDirectory(UNIFIED.resolve("slow"));
        kernel.write(CPU.resolve("slow/cpu.cfs_quota_us"), "25000");
        long pid = kernel.startProcess();
        kernel.write(CPU.resolve("slow/cgroup.procs"), Long.toString(pid));
        kernel.write(UNIFIED.resolve("slow/cgroup.procs"), Long.toString(pid));
        kernel.demand(pid, 1.0);
        kernel.advance(Duration.ofSeconds(4));
        assertThat(kernel.read(UNIFIED.resolve("slow/cpu.stat"))).startsWith("usage_usec 1000000\n");
    }

    @Test
    void freezingOnV2StopsAProcessThatV1Counts() {
        kernel.createDirectory(UNIFIED.resolve("cold"));
        long pid = kernel.startProcess();
        kernel.write(UNIFIED.resolve("cold/cgroup.procs"), Long.toString(pid));
        kernel.write(UNIFIED.resolve("cold/cgroup.freeze"), "1");
        kernel.demand(pid, 1.0);
        kernel.advance(Duration.ofSeconds(1));
        assertThat(kernel.read(CPU.resolve("cpuacct.usage")).strip()).isEqualTo("0");
    }

    @Test
    void aForeignProcessIsListedAsZeroOnV2() {
        kernel.createDirectory(UNIFIED.resolve("far"));
        long pid = kernel.startProcess();
        kernel.write(UNIFIED.resolve("far/cgroup.procs"), Long.toString(pid));
        kernel.makeForeign(pid);
        assertThat(kernel.read(UNIFIED.resolve("far/cgroup.procs"))).isEqualTo("0\n");
    }

    @Test
    void aFileOfARemovedGroupIsNotFound() {
        Path group = UNIFIED.resolve("gone");
        kernel.createDirectory(group);
        kernel.removeDirectory(group);
        assertThatThrownBy(() -> kernel.read(group.resolve("cgroup.procs")))
                .isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(() -> kernel.createDirectory(group.resolve("child")))
                .isInstanceOf(CgroupNotFoundException.class);
    }
}
