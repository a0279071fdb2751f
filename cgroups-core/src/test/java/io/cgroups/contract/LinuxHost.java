package io.cgroups.contract;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.Cgroups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The kernel this JVM runs on, with shells as processes. */
public final class LinuxHost implements TestHost {
    private final Cgroups cgroups = Cgroups.builder().build();
    private final List<Process> processes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int count;

    @Override
    public Cgroups cgroups() {
        return cgroups;
    }

    @Override
    public String newName() {
        String name = "cgroups-test-" + ProcessHandle.current().pid() + "-" + count++;
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
                    TimeUnit.SECONDS.sleep(3);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Override
    public Optional<String> blockDevice() {
        try (var devices = Files.list(Path.of("/sys/block"))) {
            Optional<Path> device = devices.filter(
                            path -> path.getFileName().toString().matches("[vsx]v?d[a-z]|nvme.*"))
                    .findFirst();
            return device.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readString(device.get().resolve("dev")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void cleanUp() {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        processes.clear();
        names.forEach(this::delete);
        names.clear();
    }

    private void delete(String name) {
        try {
            cgroups.open(name).delete();
        } catch (CgroupNotFoundException e) {
            // The test removed it itself.
            return;
        }
    }
}
