package io.cgroups.delegation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Evacuation;
import io.cgroups.diagnosis.Diagnosis;
import io.cgroups.freezer.FreezerState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the user runs: does what it reads, a line each, and says how it went; a line {@code .} ends each answer. */
public final class DelegatedProgram {
    private DelegatedProgram() {}

    /** Reads and does, until there is nothing more to read. */
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            List<String> words = List.of(line.split(" "));
            try {
                answer(words);
            } catch (CgroupException e) {
                System.out.println("refused " + e.getClass().getSimpleName() + " " + e.hint());
            } catch (RuntimeException | IOException e) {
                System.out.println("failed " + e);
            }
            System.out.println(".");
        }
    }

    private static void answer(List<String> words) throws IOException {
        // Every time as a program that has just been started would see it.
        Cgroups cgroups = Cgroups.builder().build();
        switch (words.get(0)) {
            case "work" -> work(cgroups, controllers(words));
            case "move" -> move(cgroups, Long.parseLong(words.get(1)));
            case "limit-base" -> cgroups.base().pidsMax(100);
            case "diagnose" -> diagnose(cgroups.diagnose());
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    private static Controller[] controllers(List<String> words) {
        return Stream.of(words.get(1).split(",")).map(Controller::valueOf).toArray(Controller[]::new);
    }

    /** Makes a group, limits it, has a process in it, stops, ends and removes all of it. */
    private static void work(Cgroups cgroups, Controller... controllers) throws IOException {
        try {
            in(cgroups.create("job", controllers), Set.of(controllers));
        } catch (CgroupBusyException e) {
            // The program itself is in the group that it is to work below.
            Evacuation evacuation = cgroups.base().evacuate();
            System.out.println("evacuated " + e.hint());
            in(Cgroups.builder().build().create("job", controllers), Set.of(controllers));
            evacuation.undo();
        }
    }

    private static void in(Cgroup job, Set<Controller> controllers) throws IOException {
        try {
            controllers.forEach(one ->
                    System.out.println("directory " + one + " " + job.files(one).directory()));
            limit(job, controllers);
            Process process = new ProcessBuilder("sleep", "60").start();
            try {
                job.attach(process.pid());
                require(job.processes().equals(List.of(process.pid())), "it is in the group");
                if (job.controllers().contains(Controller.FREEZER)) {
                    job.freeze();
                    require(job.freezer().state() == FreezerState.FROZEN, "it is frozen");
                    job.thaw();
                }
                job.kill();
            } finally {
                process.destroyForcibly();
            }
        } finally {
            job.delete();
        }
        System.out.println("worked");
    }

    private static void limit(Cgroup job, Set<Controller> controllers) {
        if (controllers.contains(Controller.CPU)) {
            job.cpuQuota(20_000);
            require(job.cpu().quota().micros().value().equals(Optional.of(20_000L)), "the quota is set");
        }
        if (controllers.contains(Controller.MEMORY)) {
            job.memoryMax(64L << 20);
        }
        if (controllers.contains(Controller.PIDS)) {
            job.pidsMax(20);
        }
    }

    /** Takes a process from elsewhere. */
    private static void move(Cgroups cgroups, long pid) {
        Cgroup job = cgroups.create("job");
        try {
            job.attach(pid);
            job.kill();
            System.out.println("moved");
        } finally {
            job.delete();
        }
    }

    private static void diagnose(Diagnosis diagnosis) {
        System.out.println("manageable "
                + diagnosis.manageable().stream().map(Controller::name).collect(Collectors.joining(",")));
        diagnosis
                .controllers()
                .forEach(one -> one.obstacle()
                        .ifPresent(obstacle -> System.out.println("obstacle " + one.controller() + " "
                                + obstacle.cause() + " " + obstacle.command().orElse("-") + " | " + obstacle)));
        diagnosis.toString().lines().map("report "::concat).forEach(System.out::println);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("untrue: " + what);
        }
    }
}
