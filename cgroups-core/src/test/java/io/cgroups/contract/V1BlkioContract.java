package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSource;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.CostQos;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only the blkio controller of v1 does: its files, how it counts, and what it lacks. */
public abstract class V1BlkioContract {
    private static final Limit<DataSize> ONE_MB = Limit.of(DataSize.ofMebibytes(1));

    private final TestHost host;
    private Cgroup box;
    private DeviceNumber disk;

    protected V1BlkioContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.BLKIO);
        box = host.cgroups().create(host.newName(), Controller.BLKIO);
        disk = host.disks().get(0);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private String read(String file) {
        return box.files(Controller.BLKIO).read(file);
    }

    @Test
    void everySettingHasItsFile() {
        box.blkio().readBps(disk, ONE_MB).weight(BlkioWeight.of(1));
        assertThat(read("blkio.throttle.read_bps_device")).isEqualTo(disk + " 1048576");
        assertThat(read("blkio.bfq.weight")).isEqualTo("1");
        box.blkio().readBps(disk, Limit.unlimited()).weight(BlkioWeight.of(100));
        assertThat(read("blkio.throttle.read_bps_device")).isEmpty();

        DeviceNumber bfq = host.bfqDisk();
        box.blkio().weight(bfq, BlkioWeight.of(300));
        assertThat(read("blkio.bfq.weight_device")).isEqualTo("default 100\n" + bfq + " 300");
    }

    @Test
    void theSmallestLimitIsOne() {
        box.blkio().readBps(disk, Limit.of(DataSize.ofBytes(1))).writeIops(disk, Limit.of(1L));
        assertThat(box.blkio().readBps(disk)).isEqualTo(Limit.of(DataSize.ofBytes(1)));
        assertThat(box.blkio().writeIops(disk)).isEqualTo(Limit.of(1L));
    }

    @Test
    void theRawDoorShowsHowCarelesslyTheKernelParses() {
        box.files(Controller.BLKIO).write("blkio.throttle.read_bps_device", disk + " 1M");
        assertThat(box.blkio().readBps(disk)).isEqualTo(Limit.of(DataSize.ofBytes(1)));
        box.files(Controller.BLKIO).write("blkio.throttle.read_iops_device", disk + " 4294967297");
        assertThat(box.blkio().readIops(disk)).isEqualTo(Limit.of(1L));
        assertThatThrownBy(() -> box.files(Controller.BLKIO).write("blkio.throttle.read_bps_device", disk + " max"))
                .isInstanceOf(ValueRejectedException.class);
    }

    @Test
    void statisticsShowADiskFromItsFirstLimitOn() {
        box.child("inner").blkio().readBps(disk, ONE_MB);
        assertThat(box.blkio().stats().device(disk))
                .hasValueSatisfying(stats -> assertThat(stats.source()).isEqualTo(BlkioSource.THROTTLE));
        BlkioDeviceStats stats = box.blkio().stats().device(disk).orElseThrow();
        assertThat(stats.bytesRead()).contains(DataSize.ofBytes(0));
        assertThat(stats.bytesWritten()).contains(DataSize.ofBytes(0));
        assertThat(stats.operations().orElseThrow().total()).hasValue(0);
        assertThat(stats.merged()).isEmpty();
        assertThat(box.blkio().stats().recursive()).containsOnlyKeys(disk);
        assertThat(box.blkio().stats().raw("blkio.throttle.io_serviced").orElseThrow())
                .containsOnlyKeys(disk);
        assertThat(box.blkio().stats().raw("blkio.throttle.read_bps_device")).isEmpty();
    }

    @Test
    void whatASchedulerCountsComesFirst() {
        DeviceNumber bfq = host.bfqDisk();
        box.blkio().weight(bfq, BlkioWeight.of(300));
        assertThat(box.blkio().stats().devices().get(bfq).source()).isEqualTo(BlkioSource.BFQ);
    }

    @Test
    void statisticsCanBeAskedToStartAnew() {
        box.blkio().resetStats();
        assertThatThrownBy(() -> box.files(Controller.BLKIO).write("blkio.reset_stats", "now"))
                .isInstanceOf(ValueRejectedException.class);
    }

    @Test
    void latencyTargetsAndTheCostModelAreOfV2Only() {
        assertThatThrownBy(() -> box.blkio().latencyTarget(disk, Limit.of(Duration.ofMillis(5))))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("throttle");
        assertThatThrownBy(() -> box.blkio().costQos(disk, CostQos.automatic()))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("bfq");
        assertThatThrownBy(() -> box.blkio().resetCostModel(disk)).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.blkio().latencyTargets()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.blkio().costQos()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.blkio().costModels()).isInstanceOf(UnsupportedSettingException.class);
    }
}
