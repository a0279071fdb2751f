package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.blkio.BlkioController;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.WeightScale;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which writes a blkio specification becomes, and what takes them back. */
class V1BlkioPlanTest {
    private static final DeviceNumber DISK = new DeviceNumber(8, 0);
    private static final DeviceNumber PARTITION = new DeviceNumber(8, 1);
    private static final DeviceNumber BFQ_DISK = new DeviceNumber(8, 16);
    private static final Limit<DataSize> ONE_MB = Limit.of(DataSize.ofMebibytes(1));

    private final Cgroups cgroups = InMemoryKernel.v1().cgroups();
    private final Cgroup box = cgroups.create("box", Controller.BLKIO);
    private final BlkioController cfq = new V1Blkio(new RecordedGroup(
            Map.of("blkio.weight", "500\n", "blkio.weight_device", "8:16 700\n", "blkio.bfq.weight", "100\n")));

    private static String line(KernelWrite write) {
        return write.path().getFileName() + " " + write.text();
    }

    private static List<String> lines(List<KernelWrite> writes) {
        return writes.stream().map(V1BlkioPlanTest::line).toList();
    }

    private static List<List<String>> undo(List<KernelWrite> writes) {
        return writes.stream().map(write -> lines(write.inverse())).toList();
    }

    @Test
    void everyDiskIsALineOfItsOwnAndUndoneByItself() {
        box.blkio().readBps(DISK, ONE_MB);
        List<KernelWrite> plan = box.blkio()
                .plan(BlkioSpec.builder()
                        .readBps(DISK, Limit.unlimited())
                        .readBps(BFQ_DISK, ONE_MB)
                        .writeIops(DISK, Limit.of(9L))
                        .build());
        assertThat(lines(plan))
                .containsExactly(
                        "blkio.throttle.read_bps_device 8:0 0",
                        "blkio.throttle.read_bps_device 8:16 1048576",
                        "blkio.throttle.write_iops_device 8:0 9");
        assertThat(undo(plan))
                .containsExactly(
                        List.of("blkio.throttle.read_bps_device 8:0 1048576"),
                        List.of("blkio.throttle.read_bps_device 8:16 0"),
                        List.of("blkio.throttle.write_iops_device 8:0 0"));
    }

    @Test
    void aPartitionStandsForItsDisk() {
        assertThat(lines(box.blkio()
                        .plan(BlkioSpec.builder().readBps(PARTITION, ONE_MB).build())))
                .containsExactly("blkio.throttle.read_bps_device 8:0 1048576");
        box.blkio().readBps(new DeviceNumber(8, 0), ONE_MB);
        assertThat(box.blkio().readBps(PARTITION)).isEqualTo(ONE_MB);
        assertThat(box.blkio().throttle(PARTITION).readBps()).isEqualTo(ONE_MB);
    }

    @Test
    void twoPartitionsOfOneDiskCannotHaveDifferentLimits() {
        BlkioSpec spec = BlkioSpec.builder()
                .readBps(PARTITION, ONE_MB)
                .readBps(new DeviceNumber(8, 0), Limit.unlimited())
                .build();
        assertThatThrownBy(() -> box.blkio().plan(spec))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("8:0");
    }

    @Test
    void bfqIsGivenTheWeightsOfDisksAgainAfterThatOfTheGroup() {
        box.blkio().weight(BFQ_DISK, BlkioWeight.of(300));
        List<KernelWrite> plan =
                box.blkio().plan(BlkioSpec.builder().weight(BlkioWeight.of(50)).build());
        assertThat(lines(plan)).containsExactly("blkio.bfq.weight 50", "blkio.bfq.weight_device 8:16 300");
        assertThat(undo(plan))
                .containsExactly(List.of("blkio.bfq.weight 100", "blkio.bfq.weight_device 8:16 300"), List.of());
    }

    @Test
    void bfqLosesTheWeightOfADiskByThatOfTheGroup() {
        BlkioSpec reset = BlkioSpec.builder().resetWeight(BFQ_DISK).build();
        assertThat(box.blkio().plan(reset)).isEmpty();

        box.blkio().weight(BFQ_DISK, BlkioWeight.of(300));
        assertThat(lines(box.blkio().plan(reset))).containsExactly("blkio.bfq.weight 100");
    }

    @Test
    void cfqComesFirstAndTakesZeroForNoWeight() {
        assertThat(cfq.weightScale()).contains(WeightScale.CFQ);
        List<KernelWrite> plan = cfq.plan(BlkioSpec.builder()
                .weight(BlkioWeight.of(200))
                .weight(DISK, BlkioWeight.of(10))
                .resetWeight(BFQ_DISK)
                .build());
        assertThat(lines(plan))
                .containsExactly("blkio.weight 200", "blkio.weight_device 8:0 10", "blkio.weight_device 8:16 0");
        assertThat(undo(plan))
                .containsExactly(
                        List.of("blkio.weight 500"),
                        List.of("blkio.weight_device 8:0 0"),
                        List.of("blkio.weight_device 8:16 700"));
    }

    @Test
    void cfqTakesNoWeightUnderTen() {
        assertThatThrownBy(() -> cfq.weight(BlkioWeight.of(9)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("CFQ");
        assertThatThrownBy(() -> cfq.weight(DISK, BlkioWeight.of(9))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void bfqHadNoWeightsOfDisksAtFirst() {
        BlkioController old = new V1Blkio(new RecordedGroup(Map.of("blkio.bfq.weight", "100\n")));
        assertThat(lines(old.plan(BlkioSpec.builder().weight(BlkioWeight.of(7)).build())))
                .containsExactly("blkio.bfq.weight 7");
        assertThatThrownBy(() -> old.weight(DISK, BlkioWeight.of(7)))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("5.4");
    }

    @Test
    void theRootOfTheHierarchyHasNoWeight() {
        BlkioController root = cgroups.current().blkio();
        assertThat(root.weightScale()).isEmpty();
        assertThatThrownBy(root::weight).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.weight(BlkioWeight.of(100)))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("root");
    }

    @Test
    void aKernelWithoutThrottlingSaysSo() {
        assertThatThrownBy(() -> cfq.readBps(DISK, ONE_MB))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("CONFIG_BLK_DEV_THROTTLING");
        assertThatThrownBy(cfq::throttles).isInstanceOf(UnsupportedSettingException.class);
    }
}
