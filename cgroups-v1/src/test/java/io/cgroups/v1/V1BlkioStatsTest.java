package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSource;
import io.cgroups.blkio.BlkioStats;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.Throttle;
import io.cgroups.blkio.WeightScale;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is read from a group of Linux 6.1 that had I/O, of its own and of a group below: on 253:0, which runs bfq, and on
 * 254:0, which does not and has limits.
 */
class V1BlkioStatsTest {
    private static final DeviceNumber BFQ_DISK = new DeviceNumber(253, 0);
    private static final DeviceNumber DISK = new DeviceNumber(254, 0);

    private final RecordedGroup recorded = RecordedGroup.of("blkio-io");
    private final V1Blkio blkio = new V1Blkio(recorded);

    @Test
    void aDiskThatRunsBfqIsCountedByBfq() {
        BlkioDeviceStats stats = blkio.stats().devices().get(BFQ_DISK);
        assertThat(stats.source()).isEqualTo(BlkioSource.BFQ);
        assertThat(stats.bytesRead()).contains(DataSize.ofMebibytes(1));
        assertThat(stats.bytesWritten()).contains(DataSize.ofBytes(0));
        assertThat(stats.operations().orElseThrow().read()).hasValue(16);
        assertThat(stats.operations().orElseThrow().sync()).hasValue(16);
        assertThat(stats.operations().orElseThrow().async()).hasValue(0);
    }

    @Test
    void everyOtherDiskIsCountedByTheThrottlingLayer() {
        BlkioDeviceStats stats = blkio.stats().devices().get(DISK);
        assertThat(stats.source()).isEqualTo(BlkioSource.THROTTLE);
        assertThat(stats.bytesWritten()).contains(DataSize.ofKibibytes(32));
        assertThat(stats.operations().orElseThrow().total()).hasValue(8);
        assertThat(stats.bytes().orElseThrow().discard()).hasValue(0);
    }

    @Test
    void groupsBelowAreIncludedInTheRecursiveStatistics() {
        Map<DeviceNumber, BlkioDeviceStats> recursive = blkio.stats().recursive();
        assertThat(recursive.get(BFQ_DISK).bytesWritten()).contains(DataSize.ofKibibytes(512));
        assertThat(recursive.get(DISK).bytesRead()).contains(DataSize.ofKibibytes(16));
        assertThat(recursive.get(DISK).bytesWritten()).contains(DataSize.ofKibibytes(32));
    }

    @Test
    void whatTheOtherSourceSaysIsKept() {
        BlkioStats stats = blkio.stats();
        assertThat(stats.raw("blkio.throttle.io_serviced")
                        .orElseThrow()
                        .get(BFQ_DISK)
                        .total())
                .hasValue(0);
        assertThat(stats.all()).hasSize(8);
        assertThat(stats.raw("blkio.bfq.io_merged")).isEmpty();
    }

    @Test
    void aMountWithoutPrefixReadsTheSame() {
        assertThat(new V1Blkio(recorded.withoutPrefix()).stats()).isEqualTo(blkio.stats());
    }

    @Test
    void limitsAndWeightsOfOneDiskAreFoundAmongThoseOfOthers() {
        assertThat(blkio.throttles())
                .isEqualTo(Map.of(
                        DISK,
                        new Throttle(
                                Limit.unlimited(),
                                Limit.of(DataSize.ofMebibytes(100)),
                                Limit.unlimited(),
                                Limit.of(1000L))));
        assertThat(blkio.weightScale()).contains(WeightScale.BFQ);
        assertThat(blkio.weight()).isEqualTo(BlkioWeight.of(100));
        assertThat(blkio.deviceWeights()).isEqualTo(Map.of(BFQ_DISK, BlkioWeight.of(300)));
    }

    @Test
    void cfqHasStatisticsWithoutAnyPrefixOfItsOwn() {
        V1Blkio cfq = new V1Blkio(new RecordedGroup(Map.of(
                "blkio.io_service_bytes", "8:0 Read 4096\n8:0 Write 0\n8:0 Total 4096\nTotal 4096\n",
                "blkio.io_wait_time", "8:0 Read 12345\n8:0 Total 12345\nTotal 12345\n",
                "blkio.sectors", "8:0 8\n",
                "blkio.avg_queue_size", "8:0 3\n",
                "blkio.weight", "500\n",
                "blkio.leaf_weight", "500\n",
                "blkio.throttle.io_service_bytes", "8:0 Read 9\n8:0 Total 9\nTotal 9\n")));
        BlkioDeviceStats stats = cfq.stats().devices().get(new DeviceNumber(8, 0));
        assertThat(stats.source()).isEqualTo(BlkioSource.CFQ);
        assertThat(stats.bytesRead()).contains(DataSize.ofBytes(4096));
        assertThat(stats.bytes().orElseThrow().discard()).isEmpty();
        assertThat(stats.waitNanos().orElseThrow().read()).hasValue(12345);
        assertThat(stats.sectors()).hasValue(8);
        assertThat(stats.averageQueueSize()).hasValue(3);
        assertThat(stats.serviceNanos()).isEmpty();
        assertThat(cfq.stats().recursive()).isEmpty();
    }
}
