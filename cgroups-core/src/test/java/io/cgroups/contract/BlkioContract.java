package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.ValueRejectedException;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSource;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.Throttle;
import io.cgroups.blkio.WeightScale;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the blkio controller of v1 does on every kernel that has BFQ. */
public abstract class BlkioContract {
    private static final DeviceNumber NO_SUCH_DISK = new DeviceNumber(DeviceNumber.MAX_MAJOR, 77);
    private static final Limit<DataSize> ONE_MB = Limit.of(DataSize.ofMebibytes(1));
    private static final Limit<DataSize> TWO_MB = Limit.of(DataSize.ofMebibytes(2));

    private final TestHost host;
    private Cgroup box;
    private DeviceNumber disk;
    private DeviceNumber other;

    protected BlkioContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.BLKIO);
        box = host.cgroups().create(host.newName(), Controller.BLKIO);
        disk = host.disks().get(0);
        other = host.disks().get(1);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private String read(String file) {
        return box.files(Controller.BLKIO).read(file);
    }

    @Test
    void aNewGroupIsNotLimited() {
        assertThat(box.blkio().throttles()).isEmpty();
        assertThat(box.blkio().throttle(disk).isUnlimited()).isTrue();
        assertThat(box.blkio().stats().devices()).isEmpty();
    }

    @Test
    void limitsAreSetChangedAndTakenAway() {
        box.blkio().readBps(disk, ONE_MB).writeBps(disk, TWO_MB).readIops(disk, Limit.of(100L));
        box.blkio().writeIops(disk, Limit.of(200L));
        assertThat(read("blkio.throttle.read_bps_device")).isEqualTo(disk + " 1048576");
        assertThat(box.blkio().readBps(disk)).isEqualTo(ONE_MB);
        assertThat(box.blkio().writeBps(disk)).isEqualTo(TWO_MB);
        assertThat(box.blkio().throttle(disk)).isEqualTo(new Throttle(ONE_MB, TWO_MB, Limit.of(100L), Limit.of(200L)));

        box.blkio().readBps(disk, TWO_MB).writeBps(disk, Limit.unlimited());
        assertThat(box.blkio().throttle(disk))
                .isEqualTo(new Throttle(TWO_MB, Limit.unlimited(), Limit.of(100L), Limit.of(200L)));

        box.blkio().throttle(disk, Throttle.unlimited());
        assertThat(box.blkio().throttles()).isEmpty();
        assertThat(read("blkio.throttle.read_bps_device")).isEmpty();
    }

    @Test
    void everyDiskHasLimitsOfItsOwn() {
        box.update(CgroupSpec.builder()
                .blkio(blkio ->
                        blkio.readBps(disk, ONE_MB).readBps(other, TWO_MB).writeIops(other, Limit.of(7L)))
                .build());
        assertThat(box.blkio().readBps(disk)).isEqualTo(ONE_MB);
        assertThat(box.blkio().readBps(other)).isEqualTo(TWO_MB);
        assertThat(box.blkio().writeIops(disk).isUnlimited()).isTrue();
        assertThat(box.blkio().writeIops(other)).isEqualTo(Limit.of(7L));

        box.blkio().readBps(other, Limit.unlimited());
        assertThat(box.blkio().throttles()).containsOnlyKeys(disk, other);
        assertThat(box.blkio().readBps(disk)).isEqualTo(ONE_MB);
    }

    @Test
    void theLargestLimitsAreLimitsToo() {
        Limit<DataSize> bytes = Limit.of(DataSize.ofBytes(Long.MAX_VALUE));
        box.blkio().readBps(disk, bytes).readIops(disk, Limit.of(BlkioSpec.MAX_IOPS));
        assertThat(box.blkio().readBps(disk)).isEqualTo(bytes);
        assertThat(box.blkio().readIops(disk)).isEqualTo(Limit.of(BlkioSpec.MAX_IOPS));
    }

    @Test
    void aDiskTheKernelDoesNotKnowIsRefusedWithThoseItKnows() {
        assertThatThrownBy(() -> box.blkio().readBps(NO_SUCH_DISK, ONE_MB))
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.ENODEV);
                    assertThat(e.data()).contains(NO_SUCH_DISK + " 1048576");
                    assertThat(e.hint()).contains(NO_SUCH_DISK.toString(), disk.toString(), other.toString());
                });
    }

    @Test
    void aRefusedStepGivesEveryDiskTheLimitItHad() {
        box.blkio().readBps(disk, TWO_MB);
        BlkioSpec spec = BlkioSpec.builder()
                .readBps(disk, ONE_MB)
                .readBps(other, ONE_MB)
                .writeBps(NO_SUCH_DISK, ONE_MB)
                .build();
        assertThatThrownBy(() -> box.blkio().apply(spec)).isInstanceOf(ValueRejectedException.class);
        assertThat(box.blkio().throttles()).containsOnlyKeys(disk);
        assertThat(box.blkio().readBps(disk)).isEqualTo(TWO_MB);
    }

    @Test
    void whatTheKernelWouldTakeForSomethingElseIsRefusedBeforeAnyWrite() {
        assertThatThrownBy(() -> box.blkio().writeBps(disk, Limit.of(DataSize.ofBytes(0))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Limit.unlimited()");
        assertThatThrownBy(() -> box.blkio().readIops(disk, Limit.of(0L))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> box.blkio().readIops(disk, Limit.of(BlkioSpec.MAX_IOPS + 1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> BlkioWeight.of(1001)).isInstanceOf(InvalidValueException.class);
        assertThat(box.blkio().throttles()).isEmpty();
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
    void theWeightOfTheGroupIsSet() {
        assertThat(box.blkio().weightScale()).contains(WeightScale.BFQ);
        assertThat(box.blkio().weight()).isEqualTo(WeightScale.BFQ.defaultWeight());
        box.blkio().weight(BlkioWeight.of(1000));
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(1000));
        box.blkio().weight(BlkioWeight.of(1));
        assertThat(read("blkio.bfq.weight")).isEqualTo("1");
    }

    @Test
    void aDiskThatRunsBfqCanHaveAWeightOfItsOwn() {
        DeviceNumber bfq = host.bfqDisk();
        assertThat(box.blkio().deviceWeights()).isEmpty();

        box.blkio().weight(bfq, BlkioWeight.of(300));
        assertThat(box.blkio().deviceWeights()).isEqualTo(Map.of(bfq, BlkioWeight.of(300)));
        assertThat(read("blkio.bfq.weight_device")).isEqualTo("default 100\n" + bfq + " 300");

        box.blkio().resetWeight(bfq);
        assertThat(box.blkio().weight(bfq)).isEmpty();
        assertThat(box.blkio().weight()).isEqualTo(BlkioWeight.of(100));
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
}
