package io.cgroups.internal.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupPath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcTextsTest {
    private static final Path FILE = Path.of("/proc/self/x");

    @Test
    void escapesOptionalFieldsAndSuperOptionsOfMountsAreRead() {
        MountInfo mount = MountInfo.parse(
                FILE,
                "36 35 0:29 /a\\040b /mnt\\134x\\011y rw,noatime master:1 shared:2 - cgroup cgroup rw,cpu,cpuacct");
        assertThat(mount.root()).isEqualTo("/a b");
        assertThat(mount.mountPoint()).isEqualTo(Path.of("/mnt\\x\ty"));
        assertThat(mount.type()).isEqualTo("cgroup");
        assertThat(mount.superOptions()).contains("cpu", "cpuacct");
    }

    @Test
    void aMountThatALaterOneHidesDoesNotCount() {
        List<MountInfo> mounts = MountInfo.parseAll(FILE, """
                1 0 0:1 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu
                2 0 0:2 / /sys/fs/cgroup rw - tmpfs tmpfs rw
                3 0 0:3 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw
                """);
        assertThat(mounts).extracting(MountInfo::type).containsExactly("cgroup2");
    }

    @Test
    void aLineThatIsNoMountIsReportedWithItsText() {
        assertThatThrownBy(() -> MountInfo.parse(FILE, "36 35 - cgroup"))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("36 35 - cgroup");
    }

    @Test
    void groupPathsMayHoldColonsAndADeletedMark() {
        List<ProcCgroup> lines =
                ProcCgroup.parseAll(FILE, "4:memory:/a:b:c\n1:name=systemd:/x (deleted)\n0::/unified\n");
        assertThat(lines).extracting(ProcCgroup::path).containsExactly("/a:b:c", "/x", "/unified");
        assertThat(lines.get(1).name()).contains("systemd");
        assertThat(lines.get(2).isUnified()).isTrue();
    }

    @Test
    void theOwnGroupIsSeenFromTheMountedSubTree() {
        assertThat(LayoutDetector.own("/docker/1", "/docker/1/x")).contains(CgroupPath.ofKernel("/x"));
        assertThat(LayoutDetector.own("/docker/1", "/docker/1")).contains(CgroupPath.ROOT);
        assertThat(LayoutDetector.own("/docker/1", "/docker/12")).isEmpty();
        assertThat(LayoutDetector.own("/", "/../other")).isEmpty();
    }
}
