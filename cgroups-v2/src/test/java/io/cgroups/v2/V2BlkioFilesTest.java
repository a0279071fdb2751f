package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSource;
import io.cgroups.blkio.BlkioStats;
import io.cgroups.blkio.IoCounts;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from texts as kernels have them, and from files that the in-memory kernel lacks. */
class V2BlkioFilesTest {
    private static final Path FILE = Path.of("/sys/fs/cgroup/box/io.stat");
    private static final DeviceNumber DISK = new DeviceNumber(254, 0);

    @Test
    void statisticsAreThoseOfTheBlockLayer() {
        BlkioStats stats = V2BlkioStats.parse(
                FILE,
                "253:0 \n1:0 7:7 254:0 rbytes=282624 wbytes=262144 rios=9 wios=4 dbytes=512 dios=1"
                        + " cost.vrate=100.00 cost.usage=7\n(unknown) rbytes=1 wbytes=1 rios=1 wios=1\n");
        assertThat(stats.devices()).containsOnlyKeys(DISK).isEqualTo(stats.recursive());
        BlkioDeviceStats disk = stats.device(DISK).orElseThrow();
        assertThat(disk.source()).isEqualTo(BlkioSource.IO);
        assertThat(disk.bytesRead()).contains(DataSize.ofBytes(282_624));
        assertThat(disk.bytesWritten()).contains(DataSize.ofBytes(262_144));
        assertThat(disk.bytes().orElseThrow().discard()).hasValue(512);
        assertThat(disk.operations().orElseThrow().all())
                .isEqualTo(Map.of("Read", 9L, "Write", 4L, "Discard", 1L, IoCounts.TOTAL, 14L));
        assertThat(disk.raw("cost.usage").orElseThrow().total()).hasValue(7);
        assertThat(disk.raw("cost.vrate")).isEmpty();
        assertThat(stats.raw("io.stat").orElseThrow().get(DISK).raw("rbytes")).hasValue(282_624);
    }

    @Test
    void anOldKernelCountsNoDiscards() {
        BlkioDeviceStats disk = V2BlkioStats.parse(FILE, "254:0 rbytes=1 wbytes=2 rios=3 wios=4")
                .device(DISK)
                .orElseThrow();
        assertThat(disk.bytes().orElseThrow().discard()).isEmpty();
        assertThat(disk.bytes().orElseThrow().total()).hasValue(3);
    }

    @Test
    void anOldKernelShowsTheWeightOfBfqAsANumber() {
        assertThat(V2BlkioWeightTable.parse(FILE, "100\n")).isEqualTo(new V2BlkioWeightTable(100, Map.of()));
        assertThat(V2BlkioWeightTable.parse(FILE, "default 200\n254:0 300\n"))
                .isEqualTo(new V2BlkioWeightTable(200, Map.of(DISK, 300)));
        assertThatThrownBy(() -> V2BlkioWeightTable.parse(FILE, "254:0 300\n"))
                .isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void latencyTargetsAreInMicroseconds() {
        Cgroup box = new NewerKernel(Map.of("io.latency", "8:0 target=75000\n")).create("box");
        DeviceNumber disk = new DeviceNumber(8, 0);
        assertThat(box.blkio().latencyTargets()).isEqualTo(Map.of(disk, Duration.ofMillis(75)));
        assertThat(box.blkio().latencyTarget(disk)).isEqualTo(Limit.of(Duration.ofMillis(75)));
        assertThat(box.blkio().latencyTarget(DISK)).isEqualTo(Limit.unlimited());

        box.blkio().latencyTarget(disk, Limit.of(Duration.ofNanos(1000)));
        assertThat(box.blkio().latencyTargets()).isEqualTo(Map.of(disk, Duration.ofNanos(1000)));
        box.blkio().latencyTarget(disk, Limit.unlimited());
        assertThat(box.blkio().latencyTargets()).isEmpty();
    }

    @Test
    void whatTheKernelCannotKeepIsNoLatencyTarget() {
        Cgroup box = new NewerKernel(Map.of("io.latency", "")).create("box");
        for (Duration time : new Duration[] {Duration.ZERO, Duration.ofNanos(1500), Duration.ofDays(365 * 400)}) {
            assertThatThrownBy(() -> box.blkio().latencyTarget(DISK, Limit.of(time)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }
}
