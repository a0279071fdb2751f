package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.IoWeight;
import io.cgroups.blkio.WeightScale;
import io.cgroups.unit.DeviceNumber;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weights of I/O on every kernel that has BFQ, set and read on the scales of v1 and v2. */
public abstract class BlkioWeightContract {
    private static final DeviceNumber NO_SUCH_DISK = new DeviceNumber(DeviceNumber.MAX_MAJOR, 77);

    private final TestHost host;
    private Cgroup box;
    private DeviceNumber disk;

    protected BlkioWeightContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.BLKIO);
        box = host.cgroups().create(host.newName(), Controller.BLKIO);
        disk = host.disks().get(0);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void theWeightOfTheGroupIsSet() {
        assertThat(box.blkio().weightScale()).contains(WeightScale.BFQ);
        assertThat(box.blkio().weight()).isEqualTo(WeightScale.BFQ.defaultWeight());
        box.blkio().weight(BlkioWeight.of(1000));
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(1000));
        box.blkio().weight(BlkioWeight.of(1));
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(1));
    }

    @Test
    void bothScalesAreOfTheSameWeight() {
        assertThat(box.blkio().ioWeight()).isEqualTo(IoWeight.DEFAULT);
        box.blkio().ioWeight(IoWeight.of(IoWeight.MAX));
        assertThat(box.blkio().ioWeight()).isEqualTo(IoWeight.of(IoWeight.MAX));
        assertThat(box.blkio().weight()).isEqualTo(WeightScale.BFQ.max());
        box.blkio().weight(BlkioWeight.of(200));
        assertThat(box.blkio().ioWeight()).isEqualTo(IoWeight.of(1200));
        box.blkio().ioWeight(IoWeight.of(42));
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(42));
    }

    @Test
    void aDiskThatRunsBfqCanHaveAWeightOfItsOwn() {
        DeviceNumber bfq = host.bfqDisk();
        assertThat(box.blkio().deviceWeights()).isEmpty();

        box.blkio().weight(bfq, BlkioWeight.of(300));
        assertThat(box.blkio().deviceWeights()).isEqualTo(Map.of(bfq, BlkioWeight.of(300)));

        box.blkio().resetWeight(bfq);
        assertThat(box.blkio().weight(bfq)).isEmpty();
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(100));
    }

    @Test
    void aDiskHasItsWeightOnTheScaleOfV2AsWell() {
        DeviceNumber bfq = host.bfqDisk();
        box.blkio().ioWeight(bfq, IoWeight.of(2300));
        assertThat(box.blkio().ioWeight(bfq)).contains(IoWeight.of(2300));
        assertThat(box.blkio().deviceWeights()).isEqualTo(Map.of(bfq, BlkioWeight.of(300)));
        box.blkio().resetWeight(bfq);
        assertThat(box.blkio().ioWeight(bfq)).isEmpty();
    }

    @Test
    void aDiskKeepsItsWeightWhenTheGroupGetsAnother() {
        DeviceNumber bfq = host.bfqDisk();
        box.blkio().weight(bfq, BlkioWeight.of(300));
        box.blkio().weight(BlkioWeight.of(50));
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(50));
        assertThat(box.blkio().weight(bfq)).contains(BlkioWeight.of(300));

        BlkioSpec refused = BlkioSpec.builder()
                .weight(BlkioWeight.of(60))
                .resetWeight(bfq)
                .weight(NO_SUCH_DISK, BlkioWeight.of(70))
                .build();
        assertThatThrownBy(() -> box.blkio().apply(refused)).isInstanceOf(ValueRejectedException.class);
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(50));
        assertThat(box.blkio().weight(bfq)).contains(BlkioWeight.of(300));
    }

    @Test
    void aDiskThatRunsAnotherSchedulerTakesNoWeight() {
        assertThatThrownBy(() -> box.blkio().weight(disk, BlkioWeight.of(300)))
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.EOPNOTSUPP);
                    assertThat(e.hint()).contains("bfq").contains(disk.toString());
                });
        assertThat(box.blkio().deviceWeights()).isEmpty();
    }
}
