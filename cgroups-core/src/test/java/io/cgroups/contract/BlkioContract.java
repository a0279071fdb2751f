package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.ValueRejectedException;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.Throttle;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of I/O on every kernel; the statistics of a group that has had none. */
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
        host.assumeHas(Controller.BLKIO);
        box = host.cgroups().create(host.newName(), Controller.BLKIO);
        disk = host.disks().get(0);
        other = host.disks().get(1);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
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
        assertThat(box.blkio().readBps(disk)).isEqualTo(ONE_MB);
        assertThat(box.blkio().writeBps(disk)).isEqualTo(TWO_MB);
        assertThat(box.blkio().throttle(disk)).isEqualTo(new Throttle(ONE_MB, TWO_MB, Limit.of(100L), Limit.of(200L)));

        box.blkio().readBps(disk, TWO_MB).writeBps(disk, Limit.unlimited());
        assertThat(box.blkio().throttle(disk))
                .isEqualTo(new Throttle(TWO_MB, Limit.unlimited(), Limit.of(100L), Limit.of(200L)));

        box.blkio().throttle(disk, Throttle.unlimited());
        assertThat(box.blkio().throttles()).isEmpty();
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
                    assertThat(e.data().orElseThrow()).startsWith(NO_SUCH_DISK + " ");
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
}
