package io.cgroups.vm;

import static io.cgroups.Controller.BLKIO;
import static io.cgroups.Controller.CPU;
import static io.cgroups.Controller.CPUACCT;
import static io.cgroups.Controller.CPUSET;
import static io.cgroups.Controller.DEVICES;
import static io.cgroups.Controller.FREEZER;
import static io.cgroups.Controller.HUGETLB;
import static io.cgroups.Controller.MEMORY;
import static io.cgroups.Controller.MISC;
import static io.cgroups.Controller.NET_CLS;
import static io.cgroups.Controller.NET_PRIO;
import static io.cgroups.Controller.PERF_EVENT;
import static io.cgroups.Controller.PIDS;
import static io.cgroups.Controller.RDMA;

import com.google.common.collect.ImmutableSet;
import io.cgroups.Controller;
import io.cgroups.guest.GuestRun;
import io.cgroups.guest.JavaUnderTest;
import io.cgroups.guest.TestReports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs tests as root on a real kernel that is booted, under emulation, with one layout of control groups. */
public final class VirtualMachine {
    private VirtualMachine() {}

    /** Which hierarchies the machine mounts. */
    public enum Layout {
        /** Every controller on v1, below {@code /cgroup}. */
        V1(EnumSet.allOf(Controller.class), EnumSet.noneOf(Controller.class)),
        /** Every controller on v2, at {@code /sys/fs/cgroup}, but for the one that v2 has nothing of. */
        V2(EnumSet.noneOf(Controller.class), EnumSet.complementOf(EnumSet.of(NET_PRIO))),
        /** Processor, memory, freezer, devices and network on v1, the rest on v2 at {@code unified}. */
        HYBRID(
                EnumSet.of(CPU, CPUACCT, MEMORY, FREEZER, DEVICES, NET_CLS, NET_PRIO),
                EnumSet.of(CPUSET, BLKIO, PIDS, HUGETLB, RDMA, MISC, PERF_EVENT)),
        /** Processor, processor sets, freezer, devices and network on v1, the rest on v2 at {@code unified}. */
        HYBRID2(
                EnumSet.of(CPU, CPUACCT, CPUSET, FREEZER, DEVICES, NET_CLS, NET_PRIO),
                EnumSet.of(MEMORY, BLKIO, PIDS, HUGETLB, RDMA, MISC, PERF_EVENT));

        private final ImmutableSet<Controller> onV1;
        private final ImmutableSet<Controller> onV2;

        Layout(Set<Controller> onV1, Set<Controller> onV2) {
            this.onV1 = ImmutableSet.copyOf(onV1);
            this.onV2 = ImmutableSet.copyOf(onV2);
        }

        /** The controllers on v1 hierarchies. */
        public Set<Controller> onV1() {
            return onV1;
        }

        /** The controllers on the v2 hierarchy, those counted that it has without a controller. */
        public Set<Controller> onV2() {
            return onV2;
        }

        /** The controllers that can be used at all. */
        public Set<Controller> all() {
            EnumSet<Controller> all = EnumSet.copyOf(onV1.isEmpty() ? onV2 : onV1);
            all.addAll(onV2);
            return all;
        }
    }

    /** What a machine reported. */
    public record Result(String kernelRelease, GuestRun run) {}

    /**
     * Boots a machine, runs the test classes in it and powers it off.
     *
     * @param classPath directories and jars that hold the test classes, JUnit's console launcher and an engine
     * @param selectors what to run, as options of the launcher
     * @throws IOException if the machine could not be started, or ended without a report
     */
    public static Result run(Layout layout, List<Path> classPath, List<String> selectors)
            throws IOException, InterruptedException {
        return run(layout.name().toLowerCase(Locale.ROOT), classPath, selectors);
    }

    /** The same on a machine that systemd runs, with all controllers on v2. */
    public static Result runUnderSystemd(List<Path> classPath, List<String> selectors)
            throws IOException, InterruptedException {
        return run("systemd", classPath, selectors);
    }

    private static Result run(String name, List<Path> classPath, List<String> selectors)
            throws IOException, InterruptedException {
        Path module = JavaUnderTest.moduleDirectory();
        Files.createDirectories(module.resolve("target/vm"));
        Path out = Files.createTempDirectory(module.resolve("target/vm"), name + "-");
        List<String> command = new ArrayList<>(List.of(
                module.resolve("src/test/vm/boot").toString(),
                name,
                out.toString(),
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        command.addAll(selectors);
        execute(command, out.resolve("boot.log"));
        Path exit = out.resolve("exit");
        if (!Files.exists(exit)) {
            // A machine that cannot be had is a failure: a run without it would look like one that passed.
            throw new IOException("no result from the machine, see " + out + "; -Dvm.skip=true leaves these tests out\n"
                    + JavaUnderTest.lastLines(out.resolve("boot.log")));
        }
        return new Result(
                Files.readString(out.resolve("kernel")).strip(),
                new GuestRun(
                        Integer.parseInt(Files.readString(exit).strip()), TestReports.read(out.resolve("reports"))));
    }

    private static void execute(List<String> command, Path log) throws IOException, InterruptedException {
        Process boot = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boot.waitFor();
        } finally {
            // Stopped when this thread is: the script takes the machine along.
            boot.destroy();
        }
    }
}
