package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blkio files of the in-memory kernel answer as those of a real one, Linux 6.18. */
class V1BlkioFilesTest {
    private static final Path BOX = Path.of("/sys/fs/cgroup/blkio/box");
    private static final DeviceNumber DISK = new DeviceNumber(8, 0);
    private static final DeviceNumber BFQ_DISK = new DeviceNumber(8, 16);
    private static final String BPS = "blkio.throttle.read_bps_device";
    private static final String IOPS = "blkio.throttle.write_iops_device";
    private static final String WEIGHTS = "blkio.bfq.weight_device";

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private V1BlkioGroup inner;

    @BeforeEach
    void makeGroups() {
        kernel.createDirectory(BOX);
        kernel.createDirectory(BOX.resolve("inner"));
        MemGroup group = Optional.ofNullable(kernel.hierarchy(Controller.BLKIO)
                        .orElseThrow()
                        .root()
                        .children()
                        .get("box"))
                .orElseThrow();
        inner = group.subtree().get(1).state(V1BlkioGroup.class);
    }

    private String read(String file) {
        return kernel.read(BOX.resolve(file)).strip();
    }

    private void write(String file, String text) {
        kernel.write(BOX.resolve(file), text);
    }

    @ParameterizedTest
    @CsvSource({
        BPS + ", 8:0 1048576, 8:0 1048576",
        BPS + ", 8:0 0, ''",
        BPS + ", 8:0 1M, 8:0 1",
        BPS + ", 8:0  77, 8:0 77",
        BPS + ", 8:0 79 80, 8:0 79",
        BPS + ", 8:0 0x10, ''",
        BPS + ", 8:0 010, 8:0 10",
        BPS + ", 8:0 18446744073709551614, 8:0 18446744073709551614",
        BPS + ", 8:0 18446744073709551615, ''",
        BPS + ", 8:0 18446744073709551616, ''",
        BPS + ", 8:0 18446744073709551617, 8:0 1",
        IOPS + ", 8:0 4294967294, 8:0 4294967294",
        IOPS + ", 8:0 4294967295, ''",
        IOPS + ", 8:0 4294967296, 8:0 0",
        IOPS + ", 8:0 4294967297, 8:0 1",
        IOPS + ", 8:0 18446744073709551615, ''"
    })
    void aLimitIsParsedCarelessly(String file, String written, String read) {
        write(file, written);
        assertThat(read(file)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        BPS + ", 8:0 -1, EINVAL",
        BPS + ", 8:0 max, EINVAL",
        BPS + ", 8:0, EINVAL",
        BPS + ", abc, EINVAL",
        BPS + ", 8 5, EINVAL",
        BPS + ", 8:x 5, EINVAL",
        BPS + ", 8:1 5, ENODEV",
        BPS + ", 9:9 5, ENODEV",
        BPS + ", 99999:0 5, ENODEV",
        WEIGHTS + ", 8:0 300, EOPNOTSUPP",
        WEIGHTS + ", 8:16 0, ERANGE",
        WEIGHTS + ", 8:16 1001, ERANGE",
        WEIGHTS + ", 8:16 abc, EINVAL",
        WEIGHTS + ", 8:16 0x10, ERANGE",
        WEIGHTS + ", 8:16 defaultx, EINVAL",
        WEIGHTS + ", 8:16, EINVAL",
        WEIGHTS + ", 9:9 100, ENODEV",
        WEIGHTS + ", default, EINVAL",
        WEIGHTS + ", default 0, ERANGE",
        WEIGHTS + ", 1001, ERANGE",
        "blkio.bfq.weight, 0, ERANGE",
        "blkio.bfq.weight, 1001, ERANGE",
        "blkio.bfq.weight, abc, EINVAL",
        "blkio.bfq.weight, -1, EINVAL",
        "blkio.bfq.weight, 18446744073709551616, ERANGE",
        "blkio.reset_stats, abc, EINVAL",
        "blkio.throttle.io_serviced, 1, EINVAL"
    })
    void whatTheKernelRefusesIsRefused(String file, String text, Errno errno) {
        assertThatThrownBy(() -> write(file, text))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class, e -> assertThat(e.errno()).contains(errno));
    }

    @Test
    void theDiskThatCameLastIsShownFirst() {
        write(BPS, "8:0 1");
        write(BPS, "8:16 2");
        write(BPS, "8:0 3");
        assertThat(read(BPS)).isEqualTo("8:16 2\n8:0 3");
    }

    @Test
    void theWeightOfTheGroupTakesThoseOfItsDisksAway() {
        write(WEIGHTS, "8:16 300");
        assertThat(read(WEIGHTS)).isEqualTo("default 100\n8:16 300");
        write(WEIGHTS, "8:16 default");
        assertThat(read(WEIGHTS)).isEqualTo("default 100");

        write(WEIGHTS, "8:16 300");
        write("blkio.bfq.weight", "1000");
        assertThat(read(WEIGHTS)).isEqualTo("default 1000");
        write(WEIGHTS, "default 20");
        assertThat(read("blkio.bfq.weight")).isEqualTo("20");
    }

    @Test
    void nothingIsCountedForANewGroup() {
        assertThat(read("blkio.throttle.io_serviced")).isEqualTo("Total 0");
        assertThat(read("blkio.bfq.io_serviced_recursive")).isEqualTo("Total 0");
    }

    @Test
    void operationsAreCountedTwiceAndInTheGroupsAbove() {
        inner.device(DISK).io("Read", 2, 8192);
        inner.device(DISK).io("Discard", 1, 4096);
        inner.device(BFQ_DISK).io("Write", 1, 512);

        assertThat(read("inner/blkio.throttle.io_service_bytes")).isEqualTo("""
                        8:16 Read 0
                        8:16 Write 512
                        8:16 Sync 512
                        8:16 Async 0
                        8:16 Discard 0
                        8:16 Total 512
                        8:0 Read 8192
                        8:0 Write 0
                        8:0 Sync 12288
                        8:0 Async 0
                        8:0 Discard 4096
                        8:0 Total 12288
                        Total 12800""");
        assertThat(read("inner/blkio.bfq.io_serviced"))
                .startsWith("8:16 Read 0\n8:16 Write 1")
                .doesNotContain("8:0")
                .endsWith("Total 1");
        assertThat(read("blkio.throttle.io_serviced")).endsWith("\nTotal 0");
        assertThat(read("blkio.throttle.io_serviced_recursive"))
                .contains("8:0 Read 2\n")
                .endsWith("\nTotal 4");

        write("blkio.reset_stats", "1");
        assertThat(read("blkio.throttle.io_serviced_recursive")).endsWith("\nTotal 4");
    }

    @Test
    void theRootHasLimitsButNoWeights() {
        assertThat(kernel.files(Path.of("/sys/fs/cgroup/blkio")))
                .contains(BPS, "blkio.reset_stats")
                .doesNotContain(WEIGHTS, "blkio.bfq.weight");
    }
}
