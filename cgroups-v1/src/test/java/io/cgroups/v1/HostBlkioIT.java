package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSource;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.LoopDisk;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of I/O are real, and so are the counters. Only the least time something takes is sure on a busy machine. */
class HostBlkioIT {
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
        command.add("status=none");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
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

    /** The disk a directory is on; fails where that is no file system on a disk. */
    private static DeviceNumber diskOf(Path directory) throws IOException {
        long device = (long) Files.getAttribute(directory, "unix:dev");
        int major = (int) ((device >>> 8) & 0xfff);
        int minor = (int) ((device & 0xff) | ((device >>> 12) & 0xfff00));
        Path sys = Path.of("/sys/dev/block", new DeviceNumber(major, minor).toString())
                .toRealPath();
        Path disk = Files.exists(sys.resolve("partition")) ? sys.resolveSibling("dev") : sys.resolve("dev");
        return DeviceNumber.parse(Files.readString(disk).strip());
    }

    /** The build directory, or where a booted machine, whose root is in memory, has its disk. */
    private static Path onDisk() {
        return Path.of(System.getenv("CGROUPS_VM_DISK") == null ? "target" : "/mnt/disk")
                .toAbsolutePath();
    }

    @Test
    void writesToADiskAreHeldBackAndCounted() throws IOException, InterruptedException {
        Path file = Files.createTempFile(onDisk(), "blkio-", ".data");
        try {
            DeviceNumber disk = diskOf(onDisk());
            box.blkio().writeBps(disk, Limit.of(DataSize.ofMebibytes(1)));

            Duration time = dd(box, "if=/dev/zero", "of=" + file, "oflag=direct", "bs=256k", "count=8");
            assertThat(time).isGreaterThan(Duration.ofMillis(1500));
            BlkioDeviceStats stats = box.blkio().stats().devices().get(disk);
            assertThat(stats.bytesWritten().orElseThrow()).isGreaterThanOrEqualTo(DataSize.ofMebibytes(2));
            assertThat(stats.operations().orElseThrow().write().orElseThrow()).isGreaterThanOrEqualTo(8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void readOperationsAreHeldBackAndCountedAbove() throws IOException, InterruptedException {
        Cgroup inner = box.child("inner");
        try (LoopDisk disk = LoopDisk.create()) {
            inner.blkio().readIops(disk.number(), Limit.of(10L));

            Duration time = dd(inner, "if=" + disk.node(), "of=/dev/null", "iflag=direct", "bs=4k", "count=20");
            assertThat(time).isGreaterThan(Duration.ofMillis(1500));
            assertThat(box.blkio().stats().recursive().get(disk.number()).bytesRead())
                    .hasValueSatisfying(read -> assertThat(read).isGreaterThanOrEqualTo(DataSize.ofKibibytes(80)));
        }
    }

    @Test
    void bfqCountsWithoutAnyLimit() throws IOException, InterruptedException {
        Cgroup inner = box.child("inner");
        try (LoopDisk disk = LoopDisk.create()) {
            disk.scheduler("bfq");
            dd(inner, "if=/dev/zero", "of=" + disk.node(), "oflag=direct", "bs=64k", "count=4");

            BlkioDeviceStats stats = inner.blkio().stats().devices().get(disk.number());
            assertThat(stats.source()).isEqualTo(BlkioSource.BFQ);
            assertThat(stats.bytesWritten()).contains(DataSize.ofKibibytes(256));
            assertThat(box.blkio().stats().recursive().get(disk.number()).bytesWritten())
                    .contains(DataSize.ofKibibytes(256));
        }
    }
}
