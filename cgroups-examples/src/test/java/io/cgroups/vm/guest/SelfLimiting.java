package io.cgroups.vm.guest;

import io.cgroups.CgroupBusyException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Evacuation;
import io.cgroups.SelfMove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that limits itself, as it would in a container, and tells where it is; after an evacuation if it must. */
public final class SelfLimiting {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private SelfLimiting() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        tell("at first");
        try (SelfMove move = Cgroups.system().moveSelf("x", Controller.CPU, Controller.MEMORY)) {
            limit(move, "x");
            try (SelfMove inner = Cgroups.system().moveSelf("x/y", Controller.CPU)) {
                limit(inner, "x/y");
            }
            tell("back in x");
        } catch (CgroupBusyException e) {
            System.out.println("busy: " + e.hint());
            tell("still");
            try (Evacuation evacuation = Cgroups.system().base().evacuate();
                    SelfMove move = Cgroups.system().moveSelf("x")) {
                System.out.println("evacuated: "
                        + evacuation.leaf().orElseThrow().processes().size());
                limit(move, "x");
            }
        }
        tell("at last");
    }

    private static void limit(SelfMove move, String path) throws IOException {
        move.group().cpuQuota(50_000);
        tell("limited to "
                + Files.readString(ROOT.resolve(path).resolve("cpu.max")).strip());
    }

    private static void tell(String when) throws IOException {
        System.out.println(when + ": "
                + Files.readString(Path.of("/proc/self/cgroup")).strip() + " enabled ["
                + Files.readString(ROOT.resolve("cgroup.subtree_control")).strip() + "] groups "
                + groups());
    }

    private static long groups() throws IOException {
        try (var files = Files.list(ROOT)) {
            return files.filter(Files::isDirectory).count();
        }
    }
}
