package io.cgroups.internal.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.HostLayout;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts that are rarely met, in texts after the rules of proc_pid_mountinfo(5) and cgroups(7). */
class LayoutDetectorTest {
    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");

    private static Hierarchy only(HostLayout layout) {
        assertThat(layout.hierarchies()).hasSize(1);
        return layout.hierarchies().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cgroup none rw,cpuset,noprefix,release_agent=/sbin/x", "cpuset none rw"})
    void aCpusetHierarchyMayBeMountedWithoutPrefixes(String mount) {
        Hierarchy cpuset = only(ProcFiles.of("30 20 0:30 / /dev/cpuset rw - " + mount, "2:cpuset:/")
                .layout());
        assertThat(cpuset.controllers()).containsExactly(Controller.CPUSET);
        assertThat(cpuset.noPrefix()).isTrue();
    }

    @Test
    void aMountPointMayHoldWhatTheKernelEscapes() {
        Hierarchy cpu = only(ProcFiles.of("30 20 0:30 / /mnt/c\\040g\\134\\043 rw - cgroup none rw,cpu", "1:cpu:/")
                .layout());
        assertThat(cpu.mountPoint()).isEqualTo(Path.of("/mnt/c g\\#"));
    }

    @Test
    void optionsAreNotTakenForControllers() {
        String options = "rw,xattr,clone_children,release_agent=/lib/memory,name=memory";
        Hierarchy named =
                only(ProcFiles.of("30 20 0:30 / /sys/fs/cgroup/x rw - cgroup none " + options, "1:name=memory:/")
                        .layout());
        assertThat(named.controllers()).isEmpty();
        assertThat(named.name()).contains("memory");
    }

    @Test
    void aNamedHierarchyMayHaveControllers() {
        Hierarchy named = only(
                ProcFiles.of("30 20 0:30 / /sys/fs/cgroup/x rw - cgroup none rw,cpu,name=mine", "1:cpu,name=mine:/a")
                        .layout());
        assertThat(named.controllers()).containsExactly(Controller.CPU);
        assertThat(named.name()).contains("mine");
        assertThat(named.own()).contains(CgroupPath.ofKernel("/a"));
    }

    @Test
    void aControllerOfANewerKernelIsKeptByItsName() {
        String cgroup = "1:memory,dmem:/\n0::/";
        String mounts = "30 20 0:30 / /a rw - cgroup none rw,memory,dmem\n31 20 0:31 / /b rw - cgroup2 none rw";
        HostLayout layout =
                ProcFiles.of(mounts, cgroup).with(Path.of("/b"), "cpu next\n").layout();
        assertThat(layout.hierarchies())
                .extracting(Hierarchy::unknownControllers)
                .containsExactly(Set.of("dmem"), Set.of("next"));
        assertThat(layout.controllers())
                .contains(Controller.CPU, Controller.MEMORY)
                .doesNotContain(Controller.PIDS);
    }

    @ParameterizedTest
    @CsvSource({
        // a container that sees its own group as the top
        "/docker/1,           /docker/1,           /",
        "/docker/1,           /docker/1/a:b,       /a:b",
        "/docker/1//deleted,  /docker/1,",
        // the caller is elsewhere than in what is mounted
        "/docker/1,           /docker/12,",
        // a cgroup namespace: the mount is of the namespace, of a group above it, or the caller has left it
        "/,                   /,                   /",
        "/..,                 /,",
        "/../2,               /../2/x,             /x",
        "/,                   /../2,",
    })
    void theOwnGroupIsSeenFromWhatIsMounted(String mountRoot, String path, String own) {
        Hierarchy memory = only(ProcFiles.of(
                        "30 20 0:30 " + mountRoot + " /sys/fs/cgroup/memory rw - cgroup none rw,memory",
                        "4:memory:" + path + "\n")
                .layout());
        assertThat(memory.own().map(CgroupPath::toString))
                .isEqualTo(
                        Optional.ofNullable(own).map(expected -> expected.equals("/") ? "/" : expected.substring(1)));
    }

    @Test
    void theOwnGroupMayBeGone() {
        Hierarchy unified = only(ProcFiles.of("30 20 0:30 / /sys/fs/cgroup rw - cgroup2 none rw", "0::/a (deleted)")
                .layout());
        assertThat(unified.own()).contains(CgroupPath.ofKernel("/a"));
    }

    @Test
    void aControllerIsUnreachableWhenItsHierarchyIsMountedOutOfSight() {
        HostLayout layout = ProcFiles.of(
                        "30 20 0:30 / /sys/fs/cgroup/cpu rw - cgroup none rw,cpu", "2:net_cls,net_prio:/\n1:cpu:/")
                .layout();
        assertThat(layout.unreachable()).containsExactlyInAnyOrder(Controller.NET_CLS, Controller.NET_PRIO);
        assertThat(layout.hierarchy(Controller.NET_CLS)).isEmpty();
        assertThat(layout.whyMissing(Controller.NET_CLS)).contains("mount -t cgroup -o net_cls");
    }

    @Test
    void nothingMountedIsALayoutToo() {
        HostLayout layout =
                ProcFiles.of("1 1 0:2 / / rw - rootfs rootfs rw", "").layout();
        assertThat(layout.kind()).isEqualTo(HostLayout.Kind.NONE);
        assertThat(layout.controllers()).isEmpty();
    }

    @Test
    void aMountReadOnlyInEitherOfTwoWaysIsReadOnly() {
        String cgroup = "2:memory:/\n1:cpu:/";
        String mounts = """
                30 20 0:30 / /sys/fs/cgroup/cpu ro,nosuid - cgroup none rw,cpu
                31 20 0:31 / /sys/fs/cgroup/memory rw - cgroup none ro,memory
                """;
        assertThat(ProcFiles.of(mounts, cgroup).layout().hierarchies())
                .hasSize(2)
                .allMatch(Hierarchy::readOnly);
    }

    /** A hierarchy that is mounted twice, each time with the mount's options and root. */
    private static ProcFiles twice(String old, String current) {
        return ProcFiles.of(
                "30 20 0:30 " + old + " - cgroup none rw,cpu\n31 20 0:30 " + current + " - cgroup none rw,cpu\n",
                "1:cpu:/mine");
    }

    @Test
    void aHierarchyThatIsMountedTwiceIsOne() {
        ProcFiles files = twice("/ /cgroup/cpu rw", "/ /sys/fs/cgroup/cpu rw");
        assertThat(only(files.layout()).mountPoint()).isEqualTo(MOUNTS.resolve("cpu"));
    }

    @ParameterizedTest
    @CsvSource({
        // a mount that can be written
        "/ /cgroup/cpu rw, / /sys/fs/cgroup/cpu ro",
        // a mount that shows the caller's group
        "/ /cgroup/cpu rw, /other /sys/fs/cgroup/cpu rw",
        // the first, when both are elsewhere
        "/ /cgroup/cpu rw, / /mnt/cpu rw"
    })
    void theMoreUsefulOfTwoMountsIsTaken(String old, String current) {
        assertThat(only(twice(old, current).layout()).mountPoint()).isEqualTo(Path.of("/cgroup/cpu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cgroup/cpu", "/sys/fs/cgroup/cpu"})
    void theMountThatWasAskedForIsTaken(String root) {
        ProcFiles files = twice("/ /cgroup/cpu rw", "/ /sys/fs/cgroup/cpu ro");
        assertThat(only(files.layout(Path.of(root))).mountPoint()).isEqualTo(Path.of(root));
    }

    @Test
    void mountsFromBeforeTheRootWasMountedAreNotHiddenByIt() {
        // As an initramfs leaves it: it has mounted /sys and what is in it, and then moved all that to the real root.
        HostLayout layout = ProcFiles.of("""
                        18 62 0:18 / /sys rw shared:6 - sysfs sysfs rw
                        26 18 0:22 / /sys/fs/cgroup ro shared:8 - tmpfs tmpfs ro,mode=755
                        27 26 0:23 / /sys/fs/cgroup/systemd rw shared:9 - cgroup cgroup rw,xattr,name=systemd
                        32 26 0:28 / /sys/fs/cgroup/cpu,cpuacct rw shared:14 - cgroup cgroup rw,cpuacct,cpu
                        62 1 253:0 / / rw shared:1 - xfs /dev/mapper/root rw
                        """, "4:cpuacct,cpu:/\n1:name=systemd:/user.slice\n")
                .layout();
        assertThat(layout.controllers()).containsExactly(Controller.CPU, Controller.CPUACCT);
        assertThat(layout.hierarchies()).hasSize(2);
    }

    @Test
    void aHierarchyUnderSomethingElseIsNotSeen() {
        HostLayout layout = ProcFiles.of("""
                        18 62 0:18 / /sys rw - sysfs sysfs rw
                        26 18 0:22 / /sys/fs/cgroup rw - tmpfs tmpfs rw
                        27 26 0:23 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu
                        30 26 0:24 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw
                        31 18 0:25 / /sys/fs/cgroup/lost rw - cgroup cgroup rw,pids
                        62 1 253:0 / / rw - xfs /dev/mapper/root rw
                        """, "2:pids:/\n1:cpu:/\n0::/\n").layout();
        assertThat(layout.kind()).isEqualTo(HostLayout.Kind.UNIFIED);
        assertThat(layout.unreachable()).containsExactlyInAnyOrder(Controller.CPU, Controller.PIDS);
    }

    @Test
    void aMountInAChangedRootDirectoryIsSeenThoughNothingIsMountedOnItsRoot() {
        Hierarchy unified = only(
                ProcFiles.of("91 62 0:24 / /cg rw - cgroup2 none rw", "0::/").layout());
        assertThat(unified.mountPoint()).isEqualTo(Path.of("/cg"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    30 20 0:30 / /a rw                       | 1:cpu:/
                    30 20 0:30 / /a rw - cgroup none rw,cpu  | 1:cpu
                    30 20 0:30 / /a rw - cgroup none rw,cpu  | 1:cpu:relative
                    x 20 0:30 / /a rw - cgroup none rw,cpu   | 1:cpu:/
                    """)
    void aLineThatIsCutShortIsReported(String mountinfo, String cgroup) {
        ProcFiles files = ProcFiles.of(mountinfo, cgroup);
        assertThatThrownBy(files::layout).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void aMountWithoutSourceAndOptionsIsNoMistake() {
        Hierarchy unified =
                only(ProcFiles.of("30 20 0:30 / /a rw - cgroup2", "0::/").layout());
        assertThat(unified.mountPoint()).isEqualTo(Path.of("/a"));
    }
}
