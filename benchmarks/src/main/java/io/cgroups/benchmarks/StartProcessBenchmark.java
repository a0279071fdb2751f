package io.cgroups.benchmarks;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to start a program in a group and to wait for its end, against starting it anywhere. Needs root. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class StartProcessBenchmark {
    private static final String PROGRAM = "true";

    /** A group with the cpu controller alone. */
    @State(Scope.Benchmark)
    public static class OneHierarchy {
        Cgroup group;

        /** Makes the group. */
        @Setup
        public void create() {
            group = Cgroup.create(name(), Controller.CPU);
        }

        /** Removes the group. */
        @TearDown
        public void remove() {
            group.delete();
        }
    }

    /** A group in every hierarchy that carries controllers. */
    @State(Scope.Benchmark)
    public static class EveryHierarchy {
        Cgroup group;

        /** Makes the group. */
        @Setup
        public void create() {
            group = Cgroup.create(name());
        }

        /** Removes the group. */
        @TearDown
        public void remove() {
            group.delete();
        }
    }

    /** The program of libcgroup, and a group of the cpu controller for it. */
    @State(Scope.Benchmark)
    public static class Cgexec {
        Cgroup group;
        ProcessBuilder program;

        /** Makes the group, and finds out whether cgexec works. */
        @Setup
        public void create() throws IOException, InterruptedException {
            String name = name();
            group = Cgroup.create(name, Controller.CPU);
            program = new ProcessBuilder("cgexec", "-g", "cpu:" + name, PROGRAM);
            requireWorking(program, group);
        }

        /** Removes the group. */
        @TearDown
        public void remove() {
            group.delete();
        }
    }

    /** The program of systemd. */
    @State(Scope.Benchmark)
    public static class SystemdRun {
        ProcessBuilder program;

        /** Finds out whether systemd-run works. */
        @Setup
        public void find() throws IOException, InterruptedException {
            program = new ProcessBuilder("systemd-run", "--quiet", "--scope", PROGRAM);
            requireWorking(program);
        }
    }

    private static String name() {
        return "cgroups-benchmark-" + ProcessHandle.current().pid();
    }

    private static void requireWorking(ProcessBuilder program, Cgroup... groups)
            throws IOException, InterruptedException {
        String why = "";
        try {
            Process process = new ProcessBuilder(program.command())
                    .redirectErrorStream(true)
                    .start();
            why = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            why = e.getMessage();
        }
        for (Cgroup group : groups) {
            group.delete();
        }
        throw new IllegalStateException(
                program.command() + " does not work here, so there is nothing to measure: " + why);
    }

    private static int end(Process process) throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("exit code " + code);
        }
        return code;
    }

    /** The yardstick. */
    @Benchmark
    public int plain() throws IOException, InterruptedException {
        return end(new ProcessBuilder(PROGRAM).start());
    }

    /** One join. */
    @Benchmark
    public int groupOfOneHierarchy(OneHierarchy in) throws IOException, InterruptedException {
        return end(in.group.start(new ProcessBuilder(PROGRAM)));
    }

    /** As many joins as there are hierarchies. */
    @Benchmark
    public int groupOfEveryHierarchy(EveryHierarchy in) throws IOException, InterruptedException {
        return end(in.group.start(new ProcessBuilder(PROGRAM)));
    }

    /** Another way to do it, one join. */
    @Benchmark
    public int cgexec(Cgexec with) throws IOException, InterruptedException {
        return end(with.program.start());
    }

    /** Another way to do it, in a scope of its own. */
    @Benchmark
    public int systemdRun(SystemdRun with) throws IOException, InterruptedException {
        return end(with.program.start());
    }
}
