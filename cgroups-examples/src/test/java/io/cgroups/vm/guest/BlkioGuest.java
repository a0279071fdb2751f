package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.contract.LinuxHost;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members are really held back by limits of I/O, and what they do is counted, whichever hierarchy carries the controller. */
public class BlkioGuest {
    private static final Path NULL_DISK = Path.of("/dev/nullb0");
    private static final long KIBI = 1024;

    private final LinuxHost host = new LinuxHost();
    private Cgroup box;

    @BeforeEach
    void makeGroup() {
        box = host.cgroups().create(host.newName(), Controller.BLKIO);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    /** Runs dd as a member of a group, past the file cache, and measures how long it takes. */
    private static Duration dd(Cgroup group, String... operands) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "read go; exec dd \"$@\"", "dd"));
        command.addAll(List.of(operands));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            group.attach(process.pid());
            long start = System.nanoTime();
            process.getOutputStream().write('\n');
            process.getOutputStream().close();
            assertThat(process.waitFor()).as("exit code of %s", command).isZero();
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Not faster than the limit; slower by what a program takes to start on an emulated processor. */
    private static void assertRate(Duration time, long bytes, long perSecond) {
        double rate = bytes / (time.toNanos() / 1e9);
        assertThat(rate).as("bytes per second over %s", time).isBetween(perSecond * 0.4, perSecond * 1.3);
    }

    private static DeviceNumber fileSystemDisk() {
        return DeviceNumber.parse(System.getenv("CGROUPS_VM_DISK"));
    }

    private static DeviceNumber nullDisk() throws IOException {
        return DeviceNumber.parse(
                Files.readString(Path.of("/sys/block/nullb0/dev")).strip());
    }

    private BlkioDeviceStats stats(DeviceNumber disk) {
        return box.blkio().stats().recursive().get(disk);
    }

    @Test
    void bytesWrittenToAFileSystemAreHeldBackAndCounted() throws IOException, InterruptedException {
        Path file = Files.createTempFile(Path.of("/mnt/disk"), "blkio-", ".data");
        try {
            box.blkio().writeBps(fileSystemDisk(), Limit.of(DataSize.ofMebibytes(1)));
            Duration time = dd(box, "if=/dev/zero", "of=" + file, "oflag=direct", "bs=256k", "count=16");
            assertRate(time, 4096 * KIBI, 1024 * KIBI);
            BlkioDeviceStats stats = stats(fileSystemDisk());
            assertThat(stats.bytesWritten().orElseThrow()).isGreaterThanOrEqualTo(DataSize.ofMebibytes(4));
            assertThat(stats.operations().orElseThrow().write().orElseThrow()).isGreaterThanOrEqualTo(16);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void bytesReadFromADiskAreHeldBackAndCounted() throws IOException, InterruptedException {
        box.blkio().readBps(nullDisk(), Limit.of(DataSize.ofMebibytes(1)));
        Duration time = dd(box, "if=" + NULL_DISK, "of=/dev/null", "iflag=direct", "bs=256k", "count=16");
        assertRate(time, 4096 * KIBI, 1024 * KIBI);
        assertThat(stats(nullDisk()).bytesRead()).contains(DataSize.ofMebibytes(4));
        assertThat(stats(nullDisk()).bytesWritten()).contains(DataSize.ofBytes(0));
    }

    @Test
    void operationsAreHeldBackAndCounted() throws IOException, InterruptedException {
        box.blkio().writeIops(nullDisk(), Limit.of(10L));
        Duration time = dd(box, "if=/dev/zero", "of=" + NULL_DISK, "oflag=direct", "bs=4k", "count=40");
        assertRate(time, 160 * KIBI, 40 * KIBI);
        assertThat(stats(nullDisk()).operations().orElseThrow().write()).hasValue(40);
        assertThat(stats(nullDisk()).operations().orElseThrow().total()).hasValue(40);
    }

    @Test
    void withoutALimitADiskIsFaster() throws IOException, InterruptedException {
        box.blkio().readBps(nullDisk(), Limit.of(DataSize.ofMebibytes(1)));
        box.blkio().readBps(nullDisk(), Limit.unlimited());
        Duration time = dd(box, "if=" + NULL_DISK, "of=/dev/null", "iflag=direct", "bs=1M", "count=64");
        assertThat(64 / (time.toNanos() / 1e9)).as("MiB per second").isGreaterThan(4);
    }

    @Test
    void whatMembersBelowDoIsCountedAbove() throws IOException, InterruptedException {
        Cgroup inner = box.child("inner");
        inner.blkio().readIops(nullDisk(), Limit.of(1000L));
        dd(inner, "if=" + NULL_DISK, "of=/dev/null", "iflag=direct", "bs=64k", "count=4");
        assertThat(inner.blkio().stats().devices().get(nullDisk()).bytesRead()).contains(DataSize.ofKibibytes(256));
        assertThat(stats(nullDisk()).bytesRead()).contains(DataSize.ofKibibytes(256));
    }

    @Test
    void eachDiskHasItsOwnLimit() throws IOException, InterruptedException {
        box.blkio().readBps(fileSystemDisk(), Limit.of(DataSize.ofKibibytes(64)));
        Duration time = dd(box, "if=" + NULL_DISK, "of=/dev/null", "iflag=direct", "bs=1M", "count=16");
        assertThat(time).isLessThan(Duration.ofSeconds(10));
        assertThat(Stream.of(fileSystemDisk(), nullDisk())).doesNotHaveDuplicates();
    }
}
