package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.CostGoals;
import io.cgroups.blkio.CostModel;
import io.cgroups.blkio.CostQos;
import io.cgroups.blkio.DiskSpeed;
import io.cgroups.blkio.IoWeight;
import io.cgroups.blkio.LatencyGoal;
import io.cgroups.blkio.Percent;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cost model, on kernels that have it: set by the root for the machine, obeyed by the weights of every group. */
public abstract class V2BlkioCostContract {
    private static final DeviceNumber NO_SUCH_DISK = new DeviceNumber(DeviceNumber.MAX_MAJOR, 77);
    private static final CostGoals GOALS = new CostGoals(
            new LatencyGoal(Percent.of(95), Duration.ofMillis(75)),
            new LatencyGoal(Percent.parse("99.5"), Duration.ofMillis(150)),
            Percent.of(50),
            Percent.parse("150.25"));
    private static final CostModel MODEL = new CostModel(
            new DiskSpeed(DataSize.ofMebibytes(100), 9000, 300), new DiskSpeed(DataSize.ofMebibytes(80), 8000, 0));

    private final TestHost host;
    private final List<DeviceNumber> used = new ArrayList<>();
    private Cgroup root;
    private DeviceNumber disk;

    protected V2BlkioCostContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void findDisk() {
        host.assumeV2(Controller.BLKIO);
        root = host.root(Controller.BLKIO);
        disk = host.bfqDisk();
        used.add(disk);
    }

    @AfterEach
    void cleanUp() {
        used.forEach(device -> root.blkio().costQos(device, CostQos.off()).resetCostModel(device));
        host.cleanUp();
    }

    @Test
    void theKernelDecidesByItselfOrByGoals() {
        root.blkio().costQos(disk, CostQos.automatic());
        assertThat(root.blkio().costQos()).containsEntry(disk, CostQos.automatic());
        root.blkio().costQos(disk, CostQos.of(GOALS));
        assertThat(root.blkio().costQos()).containsEntry(disk, CostQos.of(GOALS));
        root.blkio().costQos(disk, CostQos.off());
        assertThat(root.blkio().costQos()).containsEntry(disk, CostQos.off());
    }

    @Test
    void theModelIsTheUsersOrTheKernels() {
        root.blkio().costModel(disk, MODEL);
        assertThat(root.blkio().costModels()).containsEntry(disk, Optional.of(MODEL));
        root.blkio().resetCostModel(disk);
        assertThat(root.blkio().costModels()).containsEntry(disk, Optional.empty());
    }

    @Test
    void aRefusedDiskTakesTheSettingsOfTheOtherBack() {
        root.blkio().costQos(disk, CostQos.of(GOALS)).costModel(disk, MODEL);
        BlkioSpec spec = BlkioSpec.builder()
                .resetCostModel(disk)
                .costQos(disk, CostQos.automatic())
                .costQos(NO_SUCH_DISK, CostQos.automatic())
                .build();
        assertThatThrownBy(() -> root.blkio().apply(spec)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.ENODEV);
            assertThat(e.hint()).contains(NO_SUCH_DISK.toString(), disk.toString());
        });
        assertThat(root.blkio().costQos()).containsEntry(disk, CostQos.of(GOALS));
        assertThat(root.blkio().costModels()).containsEntry(disk, Optional.of(MODEL));
    }

    @Test
    void aDiskWithACostTakesAWeightForItAsWellAsForBfq() {
        root.blkio().costQos(disk, CostQos.automatic());
        Cgroup box = host.cgroups().create(host.newName(), Controller.BLKIO);
        box.blkio().ioWeight(disk, IoWeight.of(2300));
        assertThat(box.files(Controller.BLKIO).read("io.weight")).contains(disk + " 2300");
        assertThat(box.files(Controller.BLKIO).read("io.bfq.weight")).contains(disk + " 300");

        box.blkio().ioWeight(IoWeight.of(50));
        assertThat(box.blkio().ioWeight(disk)).contains(IoWeight.of(2300));
        box.blkio().resetWeight(disk);
        assertThat(box.blkio().deviceIoWeights()).isEmpty();
        assertThat(box.blkio().ioWeight()).isEqualTo(IoWeight.of(50));
    }
}
