package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every other test in a machine takes for granted. */
public class MountsGuest {
    private static final List<String> V1 = List.of(
            "/cgroup/cpu,cpuacct cgroup",
            "/cgroup/cpuset cgroup",
            "/cgroup/memory cgroup",
            "/cgroup/blkio cgroup",
            "/cgroup/devices cgroup",
            "/cgroup/freezer cgroup",
            "/cgroup/net_cls,net_prio cgroup",
            "/cgroup/pids cgroup",
            "/cgroup/hugetlb cgroup",
            "/cgroup/rdma cgroup",
            "/cgroup/perf_event cgroup",
            "/cgroup/misc cgroup",
            "/cgroup/systemd cgroup");
    private static final List<String> V2 = List.of("/sys/fs/cgroup cgroup2");
    private static final List<String> HYBRID = List.of(
            "/sys/fs/cgroup/cpu,cpuacct cgroup",
            "/sys/fs/cgroup/memory cgroup",
            "/sys/fs/cgroup/freezer cgroup",
            "/sys/fs/cgroup/devices cgroup",
            "/sys/fs/cgroup/net_cls,net_prio cgroup",
            "/sys/fs/cgroup/systemd cgroup",
            "/sys/fs/cgroup/unified cgroup2");
    private static final List<String> HYBRID2 = List.of(
            "/sys/fs/cgroup/cpu,cpuacct cgroup",
            "/sys/fs/cgroup/cpuset cgroup",
            "/sys/fs/cgroup/freezer cgroup",
            "/sys/fs/cgroup/devices cgroup",
            "/sys/fs/cgroup/net_cls,net_prio cgroup",
            "/sys/fs/cgroup/systemd cgroup",
            "/sys/fs/cgroup/unified cgroup2");

    @Test
    void hierarchies() throws IOException {
        String layout = System.getenv("CGROUPS_VM_LAYOUT");
        List<String> expected = switch (layout) {
            case "v1" -> V1;
            case "v2" -> V2;
            case "hybrid" -> HYBRID;
            case "hybrid2" -> HYBRID2;
            default -> throw new AssertionError("unknown layout " + layout);
        };

        try (Stream<String> lines = Files.lines(Path.of("/proc/self/mountinfo"))) {
            assertThat(lines.filter(line -> line.contains(" - cgroup")).map(MountsGuest::pointAndType))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void swap() throws IOException {
        assertThat(Files.readString(Path.of("/proc/swaps"))).contains("/dev/zram0");
    }

    @Test
    void disk() throws IOException {
        String device = System.getenv("CGROUPS_VM_DISK");

        assertThat(device).matches("\\d+:\\d+");
        assertThat(Files.readAllLines(Path.of("/proc/self/mountinfo")))
                .anySatisfy(line -> assertThat(line).contains(" " + device + " / /mnt/disk "));
        assertThat(Files.writeString(Path.of("/mnt/disk/probe"), "x")).hasContent("x");
    }

    @Test
    void network() throws IOException {
        assertThat(NetworkInterface.getByName("lo").isUp()).isTrue();
        assertThat(NetworkInterface.getByName("dummy0").isUp()).isTrue();
    }

    // "31 23 0:28 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw": field 5 and the one after the dash
    private static String pointAndType(String line) {
        String[] halves = line.split(" - ", 2);
        return halves[0].split(" ", 6)[4] + " " + halves[1].split(" ", 2)[0];
    }
}
