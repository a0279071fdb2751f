package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DeviceNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks and partitions in a directory that is laid out as sysfs is. */
class BlockDevicesTest {
    private static final DeviceNumber DISK = new DeviceNumber(8, 0);
    private static final DeviceNumber PARTITION = new DeviceNumber(259, 3);

    @TempDir
    private Path sys;

    private BlockDevices devices;

    @BeforeEach
    void layOut() throws IOException {
        device("devices/pci0000:00/block/sda", DISK);
        device("devices/pci0000:00/block/sda/sda1", PARTITION);
        Files.writeString(sys.resolve("devices/pci0000:00/block/sda/sda1/partition"), "1\n");
        device("devices/virtual/block/loop0", new DeviceNumber(7, 0));
        devices = new BlockDevices(new LinuxKernelFiles(Path.of("/proc")), sys.resolve("dev/block"));
    }

    private void device(String directory, DeviceNumber number) throws IOException {
        Path path = Files.createDirectories(sys.resolve(directory));
        Files.writeString(path.resolve("dev"), number + "\n");
        Path links = Files.createDirectories(sys.resolve("dev/block"));
        Files.createSymbolicLink(links.resolve(number.toString()), links.relativize(path));
    }

    @Test
    void partitionsAreNoDisks() {
        assertThat(devices.disks()).containsExactly(new DeviceNumber(7, 0), DISK);
    }

    @Test
    void aPartitionBelongsToADisk() {
        assertThat(devices.diskOf(PARTITION)).contains(DISK);
        assertThat(devices.diskOf(DISK)).isEmpty();
        assertThat(devices.diskOf(new DeviceNumber(9, 9))).isEmpty();
    }

    @Test
    void withoutSysfsThereIsNothingToSay() {
        BlockDevices none = new BlockDevices(new LinuxKernelFiles(Path.of("/proc")), sys.resolve("nowhere"));
        assertThat(none.disks()).isEmpty();
        assertThat(none.diskOf(PARTITION)).isEmpty();
    }

    @Test
    void theInMemoryKernelHasSomeToo() {
        BlockDevices inMemory = BlockDevices.of(InMemoryKernel.v1());
        assertThat(inMemory.disks()).containsExactly(DISK, new DeviceNumber(8, 16));
        assertThat(inMemory.diskOf(new DeviceNumber(8, 1))).contains(DISK);
    }
}
