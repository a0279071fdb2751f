package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.CostQos;
import io.cgroups.blkio.IoWeight;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which writes a blkio specification becomes on v2, and what takes them back. */
class V2BlkioPlanTest {
    private static final DeviceNumber DISK = new DeviceNumber(8, 0);
    private static final DeviceNumber PARTITION = new DeviceNumber(8, 1);
    private static final DeviceNumber BFQ_DISK = new DeviceNumber(8, 16);
    private static final Limit<DataSize> ONE_MB = Limit.of(DataSize.ofMebibytes(1));

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroup root = kernel.cgroups().current();
    private final Cgroup box = kernel.cgroups().create("box", Controller.BLKIO);

    private static List<String> lines(List<KernelWrite> writes) {
        return writes.stream()
                .map(write -> write.path().getFileName() + " " + write.text())
                .toList();
    }

    private static List<List<String>> undo(List<KernelWrite> writes) {
        return writes.stream().map(write -> lines(write.inverse())).toList();
    }

    @Test
    void everyDiskIsALineOfTheLimitsThatAreToChange() {
        box.blkio().readBps(DISK, ONE_MB).writeIops(DISK, Limit.of(9L));
        List<KernelWrite> plan = box.blkio()
                .plan(BlkioSpec.builder()
                        .readBps(DISK, Limit.unlimited())
                        .readIops(DISK, Limit.of(5L))
                        .writeBps(BFQ_DISK, ONE_MB)
                        .build());
        assertThat(lines(plan)).containsExactly("io.max 8:0 rbps=max riops=5", "io.max 8:16 wbps=1048576");
        assertThat(undo(plan))
                .containsExactly(List.of("io.max 8:0 rbps=1048576 riops=max"), List.of("io.max 8:16 wbps=max"));
    }

    @Test
    void aPartitionStandsForItsDisk() {
        assertThat(lines(box.blkio()
                        .plan(BlkioSpec.builder().readBps(PARTITION, ONE_MB).build())))
                .containsExactly("io.max 8:0 rbps=1048576");
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
    void theWeightOfTheGroupGoesIntoBothFilesAndBfqIsGivenThoseOfDisksAgain() {
        box.blkio().weight(BFQ_DISK, BlkioWeight.of(300));
        List<KernelWrite> plan =
                box.blkio().plan(BlkioSpec.builder().weight(BlkioWeight.of(50)).build());
        assertThat(lines(plan)).containsExactly("io.weight default 50", "io.bfq.weight 50", "io.bfq.weight 8:16 300");
        assertThat(undo(plan))
                .containsExactly(
                        List.of("io.weight default 100"),
                        List.of("io.bfq.weight 100", "io.bfq.weight 8:16 300"),
                        List.of());
    }

    @Test
    void theWeightOfADiskGoesToThePolicyThatIsInForce() {
        BlkioSpec ofBfq =
                BlkioSpec.builder().ioWeight(BFQ_DISK, IoWeight.of(2300)).build();
        BlkioSpec ofOther = BlkioSpec.builder().ioWeight(DISK, IoWeight.of(42)).build();
        assertThat(lines(box.blkio().plan(ofBfq))).containsExactly("io.bfq.weight 8:16 300");
        assertThat(lines(box.blkio().plan(ofOther))).containsExactly("io.weight 8:0 42");

        root.blkio().costQos(BFQ_DISK, CostQos.automatic());
        List<KernelWrite> both = box.blkio().plan(ofBfq);
        assertThat(lines(both)).containsExactly("io.weight 8:16 2300", "io.bfq.weight 8:16 300");
        assertThat(undo(both)).containsExactly(List.of("io.weight 8:16 default"), List.of("io.bfq.weight 100"));
    }

    @Test
    void bfqLosesTheWeightOfADiskByThatOfTheGroup() {
        BlkioSpec reset = BlkioSpec.builder().resetWeight(BFQ_DISK).build();
        assertThat(box.blkio().plan(reset)).isEmpty();
        box.blkio().weight(BFQ_DISK, BlkioWeight.of(300));
        assertThat(lines(box.blkio().plan(reset))).containsExactly("io.bfq.weight 100");
    }

    @Test
    void theCostModelComesBackToWhatItWas() {
        BlkioSpec spec = BlkioSpec.builder()
                .costQos(DISK, CostQos.automatic())
                .resetCostModel(DISK)
                .build();
        List<KernelWrite> plan = root.blkio().plan(spec);
        assertThat(lines(plan)).containsExactly("io.cost.model 8:0 ctrl=auto", "io.cost.qos 8:0 enable=1 ctrl=auto");
        assertThat(undo(plan))
                .containsExactly(List.of("io.cost.model 8:0 ctrl=auto"), List.of("io.cost.qos 8:0 enable=0 ctrl=auto"));
    }
}
