package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.Throttle;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only the io controller of v2 does: its files, and what it lacks. */
public abstract class V2BlkioContract {
    private static final Limit<DataSize> ONE_MB = Limit.of(DataSize.ofMebibytes(1));

    private final TestHost host;
    private Cgroup box;
    private DeviceNumber disk;

    protected V2BlkioContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.BLKIO);
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
    void theLimitsOfADiskAreOneLine() {
        box.blkio().readBps(disk, ONE_MB).writeIops(disk, Limit.of(7L));
        assertThat(read("io.max")).isEqualTo(disk + " rbps=1048576 wbps=max riops=max wiops=7");
        box.blkio().throttle(disk, Throttle.unlimited());
        assertThat(read("io.max")).isEmpty();
    }

    @Test
    void aLimitOfOneIsRefusedAndTheSmallestIsTold() {
        box.blkio().readBps(disk, Limit.of(DataSize.ofBytes(2)));
        assertThatThrownBy(() -> box.blkio().readBps(disk, Limit.of(DataSize.ofBytes(1))))
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.EINVAL);
                    assertThat(e.hint()).contains("smallest limit of v2 is 2");
                });
        assertThat(box.blkio().readBps(disk)).isEqualTo(Limit.of(DataSize.ofBytes(2)));
    }

    @Test
    void theWeightOfTheGroupIsWrittenForEveryPolicy() {
        box.blkio().weight(BlkioWeight.of(200));
        assertThat(read("io.bfq.weight")).isEqualTo("default 200");
        assertThat(read("io.weight")).isEqualTo("default 1200");
    }

    @Test
    void theWeightOfADiskThatRunsBfqIsWrittenForIt() {
        DeviceNumber bfq = host.bfqDisk();
        box.blkio().weight(bfq, BlkioWeight.of(300));
        assertThat(read("io.bfq.weight")).isEqualTo("default 100\n" + bfq + " 300");
    }

    @Test
    void aDiskWithoutIoIsNotInTheStatistics() {
        box.blkio().readBps(disk, ONE_MB);
        assertThat(box.blkio().stats().devices()).isEmpty();
        assertThat(box.blkio().stats().recursive()).isEmpty();
    }

    @Test
    void whatTheKernelLacksIsSaidBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> box.blkio().resetStats())
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("difference");
        assertThatThrownBy(() -> box.blkio()
                        .apply(BlkioSpec.builder()
                                .readBps(disk, ONE_MB)
                                .resetCostModel(disk)
                                .build()))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("root");
        assertThat(box.blkio().throttles()).isEmpty();
    }

    /** Whether a kernel has them is a matter of how it was built. */
    @Test
    void latencyTargetsAreSetOrUnsupported() {
        if (box.files(Controller.BLKIO).list().contains("io.latency")) {
            box.blkio().latencyTarget(disk, Limit.of(Duration.ofMillis(75)));
            assertThat(box.blkio().latencyTargets()).containsEntry(disk, Duration.ofMillis(75));
            box.blkio().latencyTarget(disk, Limit.unlimited());
            assertThat(box.blkio().latencyTargets()).isEmpty();
        } else {
            assertThatThrownBy(() -> box.blkio().latencyTarget(disk, Limit.of(Duration.ofMillis(75))))
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining("CONFIG_BLK_CGROUP_IOLATENCY");
        }
    }

    @Test
    void theRootHasNeitherLimitsNorWeights() {
        Cgroup root = host.root(Controller.BLKIO);
        assertThat(root.blkio().weightScale()).isEmpty();
        assertThatThrownBy(() -> root.blkio().weight()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.blkio().throttles())
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("root");
        assertThat(root.blkio().stats().raw("io.stat")).isPresent();
    }
}
