package io.cgroups.contract;

import io.cgroups.Capabilities;
import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The kernel this JVM runs on, with shells as processes. */
public final class LinuxHost implements TestHost {
    /** Of all tests in this JVM: what one could not remove does not stand in the way of the next. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final KernelFiles files = new LinuxKernelFiles(Path.of("/proc"));
    private final NotedFiles noted = new NotedFiles(files, "linux");
    private final Cgroups cgroups = Cgroups.builder().kernel(noted).build();
    private final HostGroups groups = new HostGroups(files, cgroups.layout());
    private final List<Process> processes = new ArrayList<>();
    private final List<LoopDisk> disks = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    @Override
    public Cgroups cgroups() {
        return cgroups;
    }

    @Override
    public Cgroups cgroupsWith(String namedHierarchy) {
        return Cgroups.builder().kernel(noted).named(namedHierarchy).build();
    }

    @Override
    public KernelFiles files() {
        return files;
    }

    @Override
    public String newName() {
        String name = "cgroups-test-" + ProcessHandle.current().pid() + "-" + COUNT.getAndIncrement();
        names.add(name);
        return name;
    }

    /** The shell waits for a line; then it burns. */
    @Override
    public long startProcess() {
        try {
            Process process = new ProcessBuilder("sh", "-c", "read line; while :; do :; done").start();
            processes.add(process);
            return process.pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell waits for a line, and becomes a dd that has read one large block and nobody to give it to. */
    @Override
    public boolean startUsing(Cgroup group, DataSize memory) {
        try {
            String command = "read line; exec dd if=/dev/zero count=1 bs=" + memory.bytes();
            Process process = new ProcessBuilder("sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            processes.add(process);
            group.attach(process.pid());
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            files.clock().await(() -> !process.isAlive() || usesAtLeast(group, memory), Duration.ofSeconds(60));
            return process.isAlive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stopUsing(Cgroup group) {
        group.kill();
    }

    private static boolean usesAtLeast(Cgroup group, DataSize memory) {
        return group.memory().usage().compareTo(memory) >= 0;
    }

    @Override
    public long deadPid() {
        return 4_194_303;
    }

    @Override
    public void burn(long pid) {
        for (Process process : processes) {
            if (process.pid() == pid) {
                try {
                    process.getOutputStream().write('\n');
                    process.getOutputStream().flush();
                    burnEnough(process.toHandle());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Some seconds are many periods; on an emulated or crowded machine the process gets its share of them late. */
    private void burnEnough(ProcessHandle process) {
        Duration before = used(process);
        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            if (second >= 2 && used(process).minus(before).toMillis() >= 400) {
                return;
            }
        }
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void pass(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those that the kernel has always: disks come before the loop devices, which nobody need have set up. */
    @Override
    public List<DeviceNumber> disks() {
        try (var names = Files.list(Path.of("/sys/block"))) {
            return names.sorted(Comparator.comparing(LinuxHost::isLoop).thenComparing(Comparator.naturalOrder()))
                    .map(LinuxHost::number)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLoop(Path disk) {
        return String.valueOf(disk.getFileName()).startsWith("loop");
    }

    private static DeviceNumber number(Path disk) {
        try {
            return DeviceNumber.parse(Files.readString(disk.resolve("dev")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DeviceNumber bfqDisk() {
        LoopDisk disk = LoopDisk.create();
        disks.add(disk);
        disk.scheduler("bfq");
        return disk.number();
    }

    @Override
    public Optional<String> rdmaDevice() {
        Path devices = Path.of("/sys/class/infiniband");
        if (!Files.isDirectory(devices)) {
            return Optional.empty();
        }
        try (var names = Files.list(devices)) {
            return names.map(path -> path.getFileName().toString()).sorted().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> miscResource() {
        return cgroups.layout()
                .hierarchy(Controller.MISC)
                .map(hierarchy -> hierarchy.mountPoint().resolve("misc.capacity"))
                .filter(Files::exists)
                .flatMap(LinuxHost::firstWord);
    }

    private static Optional<String> firstWord(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(line -> line.split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void note(Capabilities capabilities) {
        noted.note(capabilities);
    }

    @Override
    public void cleanUp() {
        processes.forEach(Process::destroyForcibly);
        // A frozen process does not even die.
        names.forEach(groups::thaw);
        for (Process process : processes) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        processes.clear();
        names.forEach(groups::remove);
        names.clear();
        groups.restoreEnabled();
        disks.forEach(LoopDisk::close);
        disks.clear();
    }
}
