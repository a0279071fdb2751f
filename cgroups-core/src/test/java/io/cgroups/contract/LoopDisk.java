package io.cgroups.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.unit.DeviceNumber;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A disk of a test's own: a loop device over a file, gone with {@link #close}. Needs root. */
public final class LoopDisk implements AutoCloseable {
    private static final Path BLOCK = Path.of("/sys/block");
    private static final long SIZE = 8 << 20;
    private static final Pattern CURRENT = Pattern.compile("\\[(.+)]");

    private final Path file;
    private final Path sys;
    private final String formerScheduler;

    private LoopDisk(Path file, Path sys) throws IOException {
        this.file = file;
        this.sys = sys;
        this.formerScheduler = currentScheduler();
    }

    /** Makes a disk of 8 MiB of zeros. */
    public static LoopDisk create() {
        try {
            Path file = Files.createTempFile("loop-disk-", ".img");
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(SIZE);
            }
            // Not every losetup tells which device it took, but the kernel does.
            run("losetup", "-f", file.toString());
            return new LoopDisk(file, deviceOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path deviceOf(Path file) throws IOException {
        try (var disks = Files.list(BLOCK)) {
            return disks.filter(disk -> isBackedBy(disk, file))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no loop device got the file " + file));
        }
    }

    private static boolean isBackedBy(Path disk, Path file) {
        Path backing = disk.resolve("loop/backing_file");
        try {
            return Files.exists(backing) && Files.readString(backing).strip().equals(file.toString());
        } catch (IOException e) {
            // Somebody else has detached the device since.
            return false;
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The device node. */
    public Path node() {
        return Path.of("/dev").resolve(String.valueOf(sys.getFileName()));
    }

    /** The number of the device. */
    public DeviceNumber number() {
        try {
            return DeviceNumber.parse(Files.readString(sys.resolve("dev")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path schedulerFile() {
        return sys.resolve("queue/scheduler");
    }

    private String currentScheduler() throws IOException {
        Matcher current = CURRENT.matcher(Files.readString(schedulerFile()));
        if (!current.find()) {
            throw new IOException(schedulerFile() + " names no scheduler");
        }
        return current.group(1);
    }

    /** Chooses the I/O scheduler, which the kernel must have. */
    public void scheduler(String name) {
        try {
            Files.write(schedulerFile(), List.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the device back with the scheduler it had. */
    @Override
    public void close() {
        scheduler(formerScheduler);
        try {
            run("losetup", "-d", node().toString());
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
